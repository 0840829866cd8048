import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { banner } from './banner.ts';
import { EngineProblem } from './database/engine-problem.ts';
import { EnvironmentInvalid, type LocalSettings, readEnvironment } from './environment.ts';
import { PortTaken } from './http-server.ts';
import { createLogger } from './logger.ts';
import { serve } from './serve.ts';
import { createShutdown } from './shutdown.ts';
import { startSystem } from './system.ts';

/** dist/admin, seen from the bundle in dist/local. */
const panelFolder = fileURLToPath(new URL('../admin', import.meta.url));

const run = async (settings: LocalSettings): Promise<void> => {
  const logger = createLogger(process.stderr, process.env.STEWARD_LOG);
  const shutdown = createShutdown(process, logger);
  // Maildev takes most of a second to load: beside the database's start it costs nothing.
  const [inbox, system] = await Promise.all([
    import('./inbox.ts').then(({ startInbox }) =>
      startInbox({ webPort: settings.inboxPort, smtpPort: settings.smtpPort, folder: join(settings.dataDir, 'mail') }),
    ),
    startSystem({ settings, logger }),
  ]);
  shutdown.add(() => inbox.close());
  shutdown.add(() => system.close());
  const server = await serve({ settings, system, logger, panelFolder });
  shutdown.add(() => server.close());
  process.stdout.write(banner(settings, await system.people()));
};

try {
  await run(readEnvironment(process.env));
} catch (error) {
  const known = error instanceof EngineProblem || error instanceof EnvironmentInvalid || error instanceof PortTaken;
  process.stderr.write(known ? `${error.message}\n` : `${error instanceof Error ? error.stack : error}\n`);
  process.exit(1);
}
