import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DAY } from '#domain/time';
import { demoCompany } from '#local/demo/estate';
import { liveThrough, withoutOldMails } from '#local/demo/history';
import { seedDemo } from '#local/demo/seed';
import { type FolderFiles, folderFiles } from '#local/folder-files';
import { startSystem } from '#local/system';
import { at } from '#test/support/estate';
import { type Measure, tenths, whole } from './measure.ts';

const DAYS = 60;
const until = at('2026-11-24', '10:00');
const silent = { info: () => {}, warn: () => {}, error: () => {} };

/** How long a first start takes to live through the demo estate's history, mails going nowhere. */
export const estate: Measure = async (say) => {
  say('the demo estate');
  const folder = await mkdtemp(join(tmpdir(), 'steward-estate-'));
  const origin = 'http://127.0.0.1:4000';
  const span = { days: DAYS, from: until - DAYS * DAY, until };
  let mails = 0;
  let calls = 0;
  const made: { files?: FolderFiles } = {};
  const system = await startSystem({
    dataDir: folder,
    company: demoCompany,
    origin,
    start: span.from,
    real: () => span.from,
    mailer: withoutOldMails({ send: async () => ({ providerId: 'nowhere' }) }, () => {
      mails += 1;
      return true;
    }),
    logger: silent,
    files: (clock, secret) => {
      made.files = folderFiles({ folder: join(folder, 'files'), baseUrl: origin, secret }, clock);
      return made.files;
    },
    onConsumed: () => {
      calls += 1;
    },
  });
  try {
    const began = performance.now();
    await seedDemo(system);
    if (!made.files) throw new Error('The system did not ask for its files.');
    const played = await liveThrough(system, made.files, span, () => until).done;
    const seconds = (performance.now() - began) / 1000;
    return [
      {
        what: `Demo estate: ${DAYS} days lived through`,
        value: `${tenths(seconds)} s`,
        how: `two sites, ${whole(played?.filed ?? 0)} complaints, ${whole(played?.acted ?? 0)} actions, ${whole(played?.worked ?? 0)} more on work orders, ${whole(mails)} mails, ${whole(calls)} calls of the database`,
      },
    ];
  } finally {
    await system.close();
    await rm(folder, { recursive: true });
  }
};
