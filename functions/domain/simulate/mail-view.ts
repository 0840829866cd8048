import { residentMailView } from '../mail/resident-view.ts';
import { staffMailView, type TellLine } from '../mail/staff-view.ts';
import type { ResidentMailView, StaffMailView } from '../mail/view.ts';
import type { Person } from '../organisation.ts';
import { personById } from '../recipients.ts';
import type { Language } from '../text.ts';
import type { Definition } from '../workflow/definition.ts';
import type { Entry } from '../workflow/entry.ts';
import type { WorkflowFacts } from '../workflow/run.ts';
import type { Simulated, SimulatedMail } from './simulated.ts';

export type SimulatedMailView = { to: 'staff'; view: StaffMailView } | { to: 'resident'; view: ResidentMailView };

/** As a real timeline is read: by time, what was decided at a moment before what was sent or came back at it. */
const asRead = (entries: readonly Entry[]): Entry[] => entries.toSorted((a, b) => a.at - b.at || a.seq - b.seq);

/**
 * What the mail says, for the renderer to put into words. `language` instead of the reader's own; null: to somebody
 * nobody knows any more.
 */
export function simulatedMailView(
  { entries }: Pick<Simulated, 'entries'>,
  { at, effect, item, told }: SimulatedMail,
  given: { definition: Definition; facts: WorkflowFacts },
  link: string,
  line: TellLine,
  language?: Language,
): SimulatedMailView | null {
  const { definition, facts } = given;
  if (effect.type === 'mailResident') {
    const reporter = { ...item.intake.reporter, ...(language && { language }) };
    const read = { ...item, intake: { ...item.intake, reporter } };
    return { to: 'resident', view: residentMailView({ item: read, facts }, effect, at, link) };
  }
  const person = personById(facts.directory, effect.to);
  if (!person) return null;
  const reader: Person = { ...person, ...(language && { language }) };
  const timeline = asRead(entries.slice(0, told));
  return {
    to: 'staff',
    view: staffMailView({ item, definition, facts }, effect, reader, timeline, at, { link, line }),
  };
}
