import { newComplaint } from '#domain/complaint';
import type { Intake, Item } from '#domain/item';
import { HOUR, type Instant, MINUTE } from '#domain/time';
import type { Action } from '#domain/workflow/action';
import { type Advanced, advance } from '#domain/workflow/advance';
import { wakeAt } from '#domain/workflow/due';
import type { Event } from '#domain/workflow/event';
import { at, facts } from '#test/support/estate';
import { defaultComplaint } from '#workflows/default-complaint';

export interface LivesFigures {
  livesPerSecond: number;
  eventsPerLife: number;
  mailsPerLife: number;
  entriesPerLife: number;
  lives: number;
  seconds: number;
}

const intake: Intake = {
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
};

const categories = ['corridor-light', 'water-leak', 'lift-trapped', 'greening-pests', 'staff-attitude'] as const;

function fileOne(n: number, now: Instant): Item {
  const item = newComplaint(
    {
      id: `c${n}`,
      company: 'demo',
      number: `EL-261123-${n}`,
      site: 'east-lake',
      building: 'b1',
      unit: '1201',
      place: null,
      category: categories[n % categories.length] ?? 'corridor-light',
      intake,
      verified: true,
      repeatOf: null,
      pin: (id) => ({ id, version: 1 }),
    },
    facts,
    now,
  );
  if (!item) throw new Error('the demo estate does not know the category');
  return item;
}

interface Counts {
  events: number;
  mails: number;
  entries: number;
}

/** Filed, three levels by timers, acknowledged, handed over, acknowledged, promised, replied, resolved, verdict. */
function live(n: number, counts: Counts): Item {
  const start = at('2026-11-23', '09:00') + (n % 5000) * 17 * MINUTE;
  let item = fileOne(n, start);
  let now = start;
  const happen = (event: Event): void => {
    const result: Advanced = advance(defaultComplaint, item, event, now, facts);
    item = result.item;
    counts.events += 1;
    counts.mails += result.effects.length;
    counts.entries += result.entries.length;
  };
  const act = (by: string, action: Action): void => {
    now += MINUTE;
    happen({ type: 'action', by, action });
  };
  happen({ type: 'filed' });
  while (item.level < 3) {
    now = wakeAt(item) ?? now;
    happen({ type: 'timer' });
  }
  act('general-manager', { name: 'acknowledge', input: {} });
  act('general-manager', { name: 'handOver', input: { to: 'repairer-b' } });
  act('repairer-b', { name: 'acknowledge', input: {} });
  act('repairer-b', { name: 'promise', input: { at: now + 2 * HOUR, told: '两小时内答复' } });
  act('repairer-b', { name: 'reply', input: { told: '已更换灯管' } });
  act('repairer-b', { name: 'resolve', input: { done: '更换灯管', told: '已修好' } });
  act('customer-centre-clerk-a', { name: 'verdict', input: { verdict: 'solved', score: 5 } });
  if (item.endedAt === null) throw new Error(`life ${n} did not end but waits in ${item.step}`);
  return item;
}

/** Complaint lives a second on one core, with the Chinese working calendar; nothing is stored or sent. */
export async function benchLives(lives = 40_000): Promise<LivesFigures> {
  const warmUp: Counts = { events: 0, mails: 0, entries: 0 };
  for (let n = 0; n < 5_000; n += 1) live(n, warmUp);
  const counts: Counts = { events: 0, mails: 0, entries: 0 };
  const from = performance.now();
  for (let n = 0; n < lives; n += 1) live(n, counts);
  const seconds = (performance.now() - from) / 1000;
  return {
    livesPerSecond: Math.round(lives / seconds),
    eventsPerLife: counts.events / lives,
    mailsPerLife: counts.mails / lives,
    entriesPerLife: counts.entries / lives,
    lives,
    seconds,
  };
}
