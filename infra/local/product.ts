import { join } from 'node:path';
import { demoCompany } from '#local/demo/estate';
import { seedDemo } from '#local/demo/seed';
import { smtpMailer } from '#mail/smtp-mailer';
import type { Logger } from '#ports';
import type { LocalSettings } from './environment.ts';
import { type FolderFiles, folderFiles } from './folder-files.ts';
import { demoPeople } from './people.ts';
import type { ServedSystem } from './serve.ts';
import { type System, startSystem } from './system.ts';

export interface ProductOptions {
  settings: LocalSettings;
  logger: Logger;
}

/** The whole product on one machine as `npm start` runs it: mail to the inbox, uploads in a folder, demo data, real time. */
export async function startProduct({
  settings,
  logger,
}: ProductOptions): Promise<ServedSystem & Pick<System, 'ended' | 'close'>> {
  const mailer = smtpMailer({
    host: '127.0.0.1',
    port: settings.smtpPort,
    secure: false,
    connections: 8,
    from: { name: 'Steward 事务管家', address: 'steward@steward.example' },
    // By the system's clock: the inbox sorts by it.
    now: () => made.system?.clock.now() ?? Date.now(),
  });
  const made: { files?: FolderFiles; system?: System } = {};
  const system = await startSystem({
    dataDir: settings.dataDir,
    company: demoCompany,
    endpoint: settings.endpoint,
    origin: settings.origin,
    mailer,
    logger,
    files: (clock, secret) => {
      made.files = folderFiles({ folder: join(settings.dataDir, 'files'), baseUrl: settings.origin, secret }, clock);
      return made.files;
    },
  });
  made.system = system;
  const { files } = made;
  if (!files) throw new Error('The system did not ask for its files.');
  await seedDemo(system);
  system.timers.start();
  return {
    api: system.apiHandler,
    page: system.pageHandler,
    resident: system.residentHandler,
    files: {
      readKept: files.readKept,
      async acceptUpload(fields, file) {
        const answer = await files.acceptUpload(fields, file);
        if (answer.status < 400) await system.keepUploadedPhoto(fields.company ?? '', fields.photo ?? '');
        return answer;
      },
    },
    clock: {
      now: system.clock.now,
      speed: system.clock.speed,
      setSpeed: system.clock.setSpeed,
      advance: system.timers.advance,
      to: system.timers.to,
    },
    async people() {
      const { directory } = await system.loadDirectory(demoCompany);
      return demoPeople(directory.organisation);
    },
    ended: system.ended,
    async close() {
      await system.close();
      mailer.close();
    },
  };
}
