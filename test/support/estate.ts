import { compileCalendar } from '#domain/calendar';
import { newComplaint } from '#domain/complaint';
import type { Item } from '#domain/item';
import type { Directory } from '#domain/organisation';
import { type Instant, instantAt } from '#domain/time';
import type { WorkflowFacts } from '#domain/workflow/run';
import { absences, organisation, rosters } from '#test/support/one-site';
import { defaultCalendar } from '#workflows/default-calendar';
import { defaultRouting } from '#workflows/default-routing';

export const directory: Directory = { organisation, rosters, absences };
export const facts: WorkflowFacts = {
  directory,
  calendar: compileCalendar(defaultCalendar, 'cn-office@1'),
  routing: defaultRouting,
};

/** Local time at the demo site (Asia/Shanghai). */
export const at = (date: string, time: string): Instant => instantAt(date, time, 'Asia/Shanghai');

/** A complaint from building 1, unit 1201 ("corridor-light" unless said otherwise), filed but not yet advanced. */
export function complaint(
  now: Instant,
  change: { category?: string; verified?: boolean; item?: Partial<Item> } = {},
): Item {
  const item = newComplaint(
    {
      id: 'c1',
      company: 'demo',
      number: 'EL-261123-001',
      site: 'east-lake',
      building: 'b1',
      unit: '1201',
      place: null,
      category: change.category ?? 'corridor-light',
      verified: change.verified ?? true,
      repeatOf: null,
      pin: (id) => ({ id, version: 1 }),
      intake: {
        description: '12 楼楼道灯不亮',
        since: null,
        alreadySaid: null,
        wants: 'solution',
        channel: 'phone',
        takenBy: 'customer-centre-clerk-a',
        photos: [],
        reporter: {
          household: 'east-lake-b1-1201',
          name: '1201 业主',
          phone: '13900001201',
          email: 'b1-1201@resident.example',
          language: 'zh-CN',
          preferredTime: null,
        },
      },
    },
    facts,
    now,
  );
  if (!item) throw new Error('unknown category');
  return Object.assign(item, change.item);
}
