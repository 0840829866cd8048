import type { Answer } from '../forms/answers.ts';
import { allFields, type Forms, noForms } from '../forms/forms.ts';
import type { Item } from '../item.ts';
import type { Order } from '../order.ts';
import type { AsFiled, Entry } from '../workflow/entry.ts';
import type { Address, FiledItem, FiledOrder, History, Standing } from './history.ts';
import { type Recorded, readInput } from './recorded.ts';

/**
 * The item's past from its row and its whole timeline. What was recorded before the timeline said what an item was filed
 * as: corrections count as if it had been filed that way. `forms`: those the item was filed with.
 */
export function historyOf(item: Item, timeline: readonly Entry[], forms: Forms = noForms): History {
  const typed = new Set(allFields(forms).flatMap(({ id, type }) => (type === 'text' || type === 'photo' ? [id] : [])));
  const blank = (fields: Item['fields']): Item['fields'] =>
    Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, typed.has(name) && typeof value === 'string' ? '' : value]),
    );
  const as = asFiled(item, timeline);
  const stands = blank(item.fields);
  const addresses = new Map<string, number>();
  const addressOf = (email: string | null | undefined): Address => {
    if (!email) return null;
    const key = email.toLowerCase();
    const known = addresses.get(key) ?? addresses.size;
    addresses.set(key, known);
    return known;
  };
  return {
    id: item.id,
    number: item.number,
    version: item.version,
    workflow: item.workflow,
    updatedAt: item.updatedAt,
    endedAt: item.endedAt,
    filed: {
      ...filedOf(item, { ...as, fields: blank(as.fields) }, addressOf(item.intake.reporter.email)),
      ...(timeline.some((entry) => entry.type === 'raised' && entry.why === 'care') && { care: true as const }),
    },
    stands: { ...standingOf(item), fields: stands },
    events: timeline.flatMap((entry) => recordedOf(entry, addressOf, stands)),
  };
}

function asFiled(item: Item, timeline: readonly Entry[]): AsFiled {
  for (const entry of timeline) if (entry.type === 'filed' && entry.as) return entry.as;
  const { building, unit, category, department, severity, major, limits, fields } = item;
  const first = timeline.find((entry) => entry.type === 'severity');
  const accepted = timeline.some((entry) => entry.type === 'acted' && entry.action.name === 'accept');
  return {
    ...{ building, unit, category, department, major, limits },
    severity: first?.type === 'severity' ? first.from : severity,
    fields: accepted ? { ...fields, verified: false } : fields,
  };
}

const filedOf = (item: Item, as: AsFiled, email: Address): FiledItem => ({
  kind: item.kind,
  site: item.site,
  place: item.place,
  repeatOf: item.repeatOf,
  wants: item.intake.wants,
  channel: item.intake.channel,
  takenBy: item.intake.takenBy,
  email,
  phone: Boolean(item.intake.reporter.phone),
  createdAt: item.createdAt,
  ...as,
  ...(item.order && { order: filedOrder(item.order) }),
});

function filedOrder({ plan, assets, kind, impact, inspected, responsible, deputy, rework }: Order): FiledOrder {
  return {
    plan: plan && { id: plan.id, occurrence: plan.occurrence, date: plan.date, until: plan.until },
    assets: assets.map(({ id }) => id),
    ...{ kind, impact, inspected, responsible, deputy },
    rework: rework?.times ?? null,
  };
}

function standingOf(item: Item): Omit<Standing, 'fields'> {
  const { building, unit, category, department, severity, major, status, level, reopened, attempts } = item;
  const { reply, resolve } = item.clocks;
  return {
    ...{ building, unit, category, department, severity, major, status, level, reopened, attempts },
    verdict: item.verdict?.verdict ?? null,
    score: item.verdict?.score ?? null,
    replyDeadline: reply ? (reply.promised ?? reply.deadline) : null,
    promisedAt: reply?.promised ?? null,
    resolveDeadline: resolve?.deadline ?? null,
  };
}

/** The timeline keeps answers in words: their values are taken from how the item stands, where the last answer counts. */
const answersAmong = (fields: Item['fields'], answers: readonly Answer[]): Item['fields'] =>
  Object.fromEntries(
    Object.entries(fields).filter(([name]) =>
      answers.some(({ field }) => name === field || name.startsWith(`${field}.`)),
    ),
  );

/** What somebody did; what the engine did of itself is found anew. */
function recordedOf(
  entry: Entry,
  addressOf: (email: string | null | undefined) => Address,
  fields: Item['fields'],
): Recorded[] {
  const { at } = entry;
  switch (entry.type) {
    case 'acted': {
      const { action, via, by, answers } = entry;
      const link = via && { link: true as const };
      const filled = answers && { answers: answersAmong(fields, answers) };
      return [{ type: 'acted', at, by, action: action.name, input: readInput(action), ...link, ...filled }];
    }
    case 'visitReopened': {
      const { visit, number, score, held } = entry;
      return [{ type: 'reopened', at, visit, number, score, held }];
    }
    case 'nudged':
      return [{ type: 'nudged', at, report: entry.report ?? null }];
    case 'information':
      return [{ type: 'informed', at, report: entry.report ?? null }];
    case 'opinion': {
      const { report, verdict, score } = entry;
      return [{ type: 'judged', at, report, verdict: { verdict, ...(score !== null && { score }) } }];
    }
    case 'joined': {
      // Noted by the desk: no report of its own, and nothing for the engine.
      const { report, number, reporter } = entry;
      return report && number ? [{ type: 'joined', at, report, number, email: addressOf(reporter?.email) }] : [];
    }
    case 'bounced':
      return entry.transient
        ? []
        : [{ type: 'undelivered', at, effect: entry.effect.slice(entry.effect.indexOf('/') + 1), to: entry.to }];
    default:
      return [];
  }
}
