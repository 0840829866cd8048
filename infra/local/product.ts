import { join } from 'node:path';
import { demoCompany } from '#local/demo/estate';
import { type History, isOldIn, liveThrough, withoutOldMails } from '#local/demo/history';
import type { HistorySpan } from '#local/demo/history-record';
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
  /** What a first start lives through; left out: it begins with the present. */
  history?: HistorySpan | undefined;
}

/** The whole product on one machine as `npm start` runs it: mail to the inbox, uploads in a folder, demo data, real time. */
export async function startProduct({
  settings,
  logger,
  history: span,
}: ProductOptions): Promise<ServedSystem & Pick<System, 'ended' | 'close'> & { history: History | null }> {
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
    ...(span && { start: span.from }),
    origin: settings.origin,
    mailer: withoutOldMails(mailer, () => isOldIn(span, made.system?.clock.now() ?? 0)),
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
  const history = span ? liveThrough(system, files, span) : null;
  const present = async () => {
    await history?.done.catch(() => null);
    if (history) system.clock.setSpeed(1);
    system.timers.start();
  };
  const started = present();
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
    filling: () => history?.progress() ?? null,
    history,
    async people() {
      const { directory } = await system.loadDirectory(demoCompany);
      return demoPeople(directory.organisation);
    },
    ended: system.ended,
    async close() {
      await history?.stop();
      await started;
      await system.close();
      mailer.close();
    },
  };
}
