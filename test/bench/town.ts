import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instant } from '#domain/time';
import { NewComplaint } from '#http/schemas/complaint';
import { demoCompany } from '#local/demo/estate';
import { seedDemo } from '#local/demo/seed';
import { folderFiles } from '#local/folder-files';
import { type System, startSystem } from '#local/system';
import type { Mailer, Ports } from '#ports';
import type { Consumed } from '#store/client';
import { organisation } from '#test/support/one-site';
import type { Filed } from '#usecases/take-complaint';

export interface TownOptions {
  mailer: Mailer;
  /** A clock that stands still but for leaps. @default the world's time, running */
  start?: Instant;
  /** @default true; false: reads cost what they cost in AWS */
  remember?: boolean;
  onConsumed?: (operation: string, units: Consumed) => void;
  wrap?: (ports: Ports) => Ports;
}
export interface Town {
  system: System;
  file(change?: Record<string, unknown>): Promise<Filed>;
  close(): Promise<void>;
}

const origin = 'http://127.0.0.1';

/** The demo estate on a database of its own, in a folder that goes with it. */
export async function startTown({ start, ...options }: TownOptions): Promise<Town> {
  const dataDir = mkdtempSync(join(tmpdir(), 'steward-bench-'));
  const system = await startSystem({
    ...options,
    ...(start !== undefined && { start, real: () => start }),
    dataDir,
    company: demoCompany,
    origin,
    logger: { info: () => {}, warn: () => {}, error: (message) => void process.stderr.write(`${message}\n`) },
    files: (clock, secret) => folderFiles({ folder: join(dataDir, 'files'), baseUrl: origin, secret }, clock),
  });
  await seedDemo(system);
  await system.settle();
  const clerk = organisation.people.find(({ id }) => id === 'customer-centre-clerk-a');
  if (!clerk) throw new Error('The demo estate has no clerk.');
  return {
    system,
    file: (change = {}) =>
      system.fileComplaint(
        { company: demoCompany, person: clerk },
        NewComplaint.parse({
          site: 'east-lake',
          category: 'corridor-light',
          building: 'b1',
          unit: '1201',
          household: 'east-lake-b1-1201',
          description: '12 楼楼道灯不亮',
          channel: 'phone',
          ...change,
        }),
      ),
    async close() {
      await system.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
