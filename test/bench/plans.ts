import { compileCalendar } from '#domain/calendar';
import { compilePlans } from '#domain/plan/compiled-plan';
import { completeOrder, nextOpening, openDue } from '#domain/plan/open-due';
import { newPlanState } from '#domain/plan/plan-state';
import { withChinesePublicHolidays } from '#domain/public-holidays-cn';
import { DAY, type Instant, instantAt } from '#domain/time';
import { assetOf, monthly, planOf, yearly } from '#test/functions/domain/plan/plan-fixture';
import { defaultCalendar } from '#workflows/default-calendar';
import { type Measure, tenths, whole } from './measure.ts';

const PLANS = 10_000;
const YEARS = 10;

/** Of a hundred plans: a daily one, some weekly, most monthly and quarterly, yearly ones that absorb the month's, some floating. */
function plan(n: number) {
  const of = n % 100;
  const assets = [`asset${Math.floor(n / 2)}`];
  const base = { id: `plan-${n}`, assets, leadDays: 2, graceDays: 2 };
  const nonWorkingDay = n % 3 === 0 ? 'before' : 'after';
  const day = (n % 31) + 1;
  if (of === 0) return planOf({ ...base, leadDays: 0, rule: { frequency: { unit: 'day', every: 1 }, nonWorkingDay } });
  if (of < 12) return planOf({ ...base, rule: { frequency: { unit: 'week', every: 1, on: [3] }, nonWorkingDay } });
  if (of < 30) return planOf({ ...base, mode: 'floating', rule: { frequency: monthly(day), nonWorkingDay } });
  // Odd ones come once a year and take the month's work of the even one before, at the same asset.
  if (of % 2 === 1)
    return planOf({
      ...base,
      absorbs: [`plan-${n - 1}`],
      rule: { frequency: yearly((n % 12) + 1, day), nonWorkingDay },
    });
  const every = of < 80 ? 1 : 3;
  return planOf({ ...base, rule: { frequency: { unit: 'month', every, on: { kind: 'date', day } }, nonWorkingDay } });
}

/** Every plan armed, fired, its order done some days later and armed again, for ten years. */
export const plans: Measure = async (say) => {
  say('10,000 plans over ten years');
  const calendar = compileCalendar(withChinesePublicHolidays(defaultCalendar), 'cn-office@1');
  const all = compilePlans(
    'east-lake',
    Array.from({ length: PLANS }, (_, n) => plan(n)),
    calendar,
  );
  const from = instantAt('2024-01-01', '00:00', calendar.zone);
  const until = from + YEARS * 365.25 * DAY;
  const counts = { opened: 0, missed: 0, absorbed: 0, triggers: 0 };
  const began = process.cpuUsage();
  let n = 0;
  for (const one of all.values()) {
    const assets = new Map(one.plan.assets.map((id) => [id, assetOf(id)]));
    const history = [{ since: from, plan: one }];
    n += 1;
    let state = newPlanState(from);
    let order: { asset: string | null; occurrence: string; at: Instant } | null = null;
    for (let next = nextOpening(one, state); ; next = nextOpening(one, state)) {
      if (order !== null && (next === null || order.at < next.at)) {
        state = completeOrder(history, assets, state, order).state;
        order = null;
        continue;
      }
      if (next === null || next.at > until) break;
      counts.triggers += 1;
      const settled = openDue(history, assets, state, next.at);
      state = settled.state;
      for (const { kind, asset, occurrence, at } of settled.outcomes) {
        counts[kind] += 1;
        if (kind === 'opened') order = { asset, occurrence: occurrence.planned, at: at + ((n % 5) + 0.5) * DAY };
      }
    }
  }
  const seconds = (({ user, system }) => (user + system) / 1e6)(process.cpuUsage(began));
  return [
    {
      what: `${whole(PLANS)} maintenance plans over ten years, processor time`,
      value: `${tenths(seconds)} s`,
      how: `armed, fired, done and armed again: ${whole(counts.triggers)} triggers, ${whole(counts.opened)} orders, ${whole(counts.absorbed)} absorbed by a yearly job, ${whole(counts.missed)} missed behind an open one; Chinese working days`,
    },
  ];
};
