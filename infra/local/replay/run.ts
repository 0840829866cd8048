import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { personById } from '#domain/recipients';
import { createPeople } from '#local/acting/people';
import { demoCompany, demoEstate } from '#local/demo/estate';
import { seedDemo } from '#local/demo/seed';
import { folderFiles } from '#local/folder-files';
import { startSystem } from '#local/system';
import { smtpMailer } from '#mail/smtp-mailer';
import type { Logger } from '#ports';
import { defaultCalendar } from '#workflows/default-calendar';
import { type FeedProgress, feed } from './feed.ts';
import type { Figures } from './figures.ts';
import { startMailSink } from './mail-sink.ts';
import { outcomeOf } from './outcome.ts';
import { type Plan, planCases } from './plan.ts';
import type { ServiceRequest } from './service-request.ts';
import { createTally } from './tally.ts';

const CLERK = 'customer-centre-clerk-a';
const origin = 'http://127.0.0.1';

/** The requests as cases of the demo site. @throws RequestsUnreadable */
export function planForDemo(requests: readonly ServiceRequest[]): Plan {
  const { organisation } = demoEstate;
  const [site] = organisation.sites;
  if (!site) throw new Error('The demo company has no site.');
  const buildings = organisation.buildings.filter((building) => building.site === site.id).map(({ id }) => id);
  return planCases(requests, { id: site.id, zone: site.zone, buildings, horizon: defaultCalendar.horizon });
}

export interface ReplayRun {
  plan: Plan;
  /** Emptied first. */
  dataDir: string;
  limit: number;
  logger: Logger;
  onProgress?: (progress: FeedProgress) => void;
}

/** The demo company from its first minute to the end of the file: the whole system, a database of its own, mail over SMTP. */
export async function replay({ plan, dataDir, limit, logger, onProgress }: ReplayRun): Promise<Figures> {
  const cases = plan.cases.slice(0, limit);
  const began = performance.now();
  rmSync(dataDir, { recursive: true, force: true });
  const sink = await startMailSink();
  const from = { name: 'Steward 事务管家', address: 'steward@steward.example' };
  const mailer = smtpMailer({ host: '127.0.0.1', port: sink.port, secure: false, connections: 8, from });
  const { tally, wrap } = createTally();
  const start = cases[0]?.at ?? 0;
  const system = await startSystem({
    dataDir,
    company: demoCompany,
    origin,
    mailer,
    logger,
    wrap,
    start,
    real: () => start,
    files: (clock, secret) => folderFiles({ folder: join(dataDir, 'files'), baseUrl: origin, secret }, clock),
  });
  try {
    await seedDemo(system);
    const { directory } = await system.loadDirectory(demoCompany);
    const clerk = personById(directory, CLERK);
    if (!clerk) throw new Error(`The demo company has no ${CLERK}.`);
    const accepted = await feed({
      system,
      company: demoCompany,
      directory,
      people: createPeople(system, 'replay'),
      clerk,
      cases,
      ...(onProgress && { onProgress }),
    });
    return {
      outcome: await outcomeOf(system, demoCompany, cases, accepted),
      tally,
      accepted: accepted.size,
      transitions: system.runner.transitions(),
      mailsTaken: sink.taken(),
      minutes: (performance.now() - began) / 60_000,
    };
  } finally {
    await system.close();
    mailer.close();
    await sink.close();
  }
}
