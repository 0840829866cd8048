import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createLogger } from '#http/logger';
import { banner } from './banner.ts';
import { EngineProblem } from './database/engine-problem.ts';
import { openHistory } from './demo/history-record.ts';
import { filledAnew, reportHistory } from './demo/report.ts';
import { EnvironmentInvalid, type LocalSettings, readEnvironment } from './environment.ts';
import { PortTaken } from './http-server.ts';
import { startInbox } from './inbox.ts';
import { startProduct } from './product.ts';
import { serve } from './serve.ts';
import { createShutdown } from './shutdown.ts';

/** dist/admin, seen from the bundle in dist/local. */
const panelFolder = fileURLToPath(new URL('../admin', import.meta.url));
const logger = createLogger({ service: 'steward', level: 'WARN' });
const shutdown = createShutdown(process, logger);

/** The inbox first: what a crash left to be sent goes out as soon as the system runs. */
const run = async (settings: LocalSettings): Promise<void> => {
  const { inboxPort: webPort, smtpPort, dataDir } = settings;
  // Another's database may hold anything: it is not filled.
  const opened = settings.endpoint ? null : openHistory(dataDir, settings.demoDays, Date.now());
  if (opened?.again) process.stdout.write(`${filledAnew}\n`);
  const inbox = await startInbox({ webPort, smtpPort, folder: join(dataDir, 'mail') });
  shutdown.add(() => inbox.close());
  const system = await startProduct({ settings, logger, history: opened?.span });
  shutdown.add(() => system.close());
  void system.ended.then(() => {
    if (!shutdown.isStopping())
      process.stderr.write('The database has ended. What was answered is kept: start again.\n');
    return shutdown.stop(1);
  });
  const server = await serve({ settings, system, logger, panelFolder });
  shutdown.add(() => server.close());
  process.stdout.write(banner(settings, await system.people()));
  if (system.history && opened) void reportHistory(system.history, opened.record.finish, process);
};

try {
  await run(readEnvironment(process.env));
} catch (error) {
  const known = error instanceof EngineProblem || error instanceof EnvironmentInvalid || error instanceof PortTaken;
  process.stderr.write(known ? `${error.message}\n` : `${error instanceof Error ? error.stack : error}\n`);
  await shutdown.stop(1);
}
