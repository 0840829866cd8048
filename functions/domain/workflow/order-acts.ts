import { openingOn } from '../calendar.ts';
import { type CheckAnswer, missingPoints, pointsOf, readSection } from '../checklist-answers.ts';
import type { ChecklistSection } from '../maintenance.ts';
import type { Order } from '../order.ts';
import type { ActionInput } from './action.ts';
import { startClock } from './clocks.ts';
import type { Found } from './entry.ts';
import { openCorrective, type Run } from './run.ts';

/** A section of the checklist as it would be saved. */
export interface Saved {
  section: ChecklistSection;
  asset: string | null;
  changed: Record<string, CheckAnswer | null>;
  found: Found;
}

/**
 * What saving a section would change. Null: there is no such section, or the order has no such asset. 'unseen': the
 * checklist is not known here, as when a workflow is tried on recorded pasts.
 */
export function readCheck(run: Run, input: ActionInput<'check'>): Saved | 'unseen' | null {
  const { order } = run.item;
  const { checklist } = run.facts;
  if (!order) return null;
  if (checklist === undefined) return 'unseen';
  const section = checklist?.sections.find(({ id }) => id === input.section);
  if (!section || !isOf(order, input.asset)) return null;
  const saving = { asset: input.asset, before: order.answers, by: run.by, at: run.now };
  const { changed } = readSection(section, input.answers, saving);
  return { section, asset: input.asset, changed, found: foundIn(order, section, input.asset, changed) };
}

/** A round without facilities is one list for all. */
const isOf = ({ assets }: Order, asset: string | null): boolean =>
  asset === null ? assets.length === 0 : assets.some(({ id }) => id === asset);

const itemOf = (section: ChecklistSection, key: string) =>
  section.items.find(({ id }) => key.endsWith(`/${section.id}/${id}`));

function foundIn(order: Order, section: ChecklistSection, asset: string | null, changed: Saved['changed']): Found {
  const of = order.assets.find(({ id }) => id === asset);
  // One that only got a photo was found before.
  const given = Object.entries(changed).flatMap(([key, answer]) =>
    answer && !(answer.by === order.answers[key]?.by && answer.at === order.answers[key]?.at) ? [{ key, answer }] : [],
  );
  return {
    asset: of ? `${of.name} (${of.number})` : null,
    section: section.name,
    answered: given.length,
    flagged: given.filter(({ answer }) => answer.value === 'flag').length,
    failed: given.flatMap(({ key, answer }) => (answer.failed ? (itemOf(section, key)?.label ?? []) : [])),
  };
}

/** Keeps the answers; every point that failed for the first time has a corrective order opened for it. */
export function saveCheck(run: Run, { section, asset, changed }: Saved): void {
  const { order, intake } = run.item;
  if (!order) return;
  for (const [key, answer] of Object.entries(changed)) {
    if (answer === null) {
      delete order.answers[key];
      continue;
    }
    order.answers[key] = answer;
    const item = itemOf(section, key);
    if (!item || !answer.failed || order.corrected.includes(key)) continue;
    order.corrected.push(key);
    openCorrective(run, { asset, section, item, answer, language: intake.reporter.language });
  }
}

/** Points that are required have no answer yet, or lack their photo. */
export function isUnfinished({ item: { order }, facts: { checklist } }: Run): boolean {
  return order !== null && missingPoints(pointsOf(checklist ?? null, order.assets), order.answers).length > 0;
}

/** The clock of the work starts when somebody accepts it, on its planned day at the earliest, and once. */
export function startWork(run: Run): void {
  const { item, now } = run;
  if (!item.order || item.clocks.resolve) return;
  startClock(run, 'resolve', Math.max(now, plannedFrom(run)));
}

function plannedFrom({ item: { order }, facts: { calendar } }: Run): number {
  return order?.plan ? openingOn(calendar, order.plan.date) : Number.NEGATIVE_INFINITY;
}
