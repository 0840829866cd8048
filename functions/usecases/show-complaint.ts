import { withoutContacts } from '#domain/contacts';
import { type Answer, answersIn } from '#domain/forms/answers';
import { allFields } from '#domain/forms/forms';
import type { Item } from '#domain/item';
import { may } from '#domain/permission';
import { summaryOf } from '#domain/summary';
import type { ItemKind } from '#domain/workflow/definition';
import type { Caller } from '#http/caller';
import type { ComplaintDetail } from '#http/schemas/complaint';
import { wireInstant } from '#http/schemas/wire';
import type { ItemSummary, Ports } from '#ports';
import { NotFound } from './errors.ts';
import type { LoadFacts } from './load-facts.ts';
import { openItem, pinnedDefinition, pinnedForms, pinnedWork } from './open-item.ts';
import { orderDetail } from './orders/order-detail.ts';
import type { RecoveryDesk } from './recovery/recovery-desk.ts';
import { clocksOf } from './view-clocks.ts';
import { offersOf } from './view-offers.ts';
import { summaryView } from './view-summary.ts';
import { visitDetail } from './visits/visit-detail.ts';
import { pinnedAsks } from './visits/visits-at.ts';

const EARLIER = 20;

/** The intake form; readers without the right to phone numbers get none, in the free text neither. */
function intakeView({ intake }: Item, contacts: boolean) {
  const { description, since, alreadySaid, wants, channel, takenBy, reporter, photos } = intake;
  if (contacts) return { description, since, alreadySaid, wants, channel, takenBy, reporter, photos };
  const hide = (text: string | null) => text && withoutContacts(text);
  return {
    description: withoutContacts(description),
    since: hide(since),
    alreadySaid: hide(alreadySaid),
    wants,
    channel,
    takenBy,
    reporter: { ...reporter, phone: null, email: null, preferredTime: hide(reporter.preferredTime) },
    photos,
  };
}

/** What residents typed into a form may hold a number, as free text does. */
const answersView = (answers: readonly Answer[], contacts: boolean): Answer[] =>
  answers.map((answer) =>
    contacts
      ? answer
      : { ...answer, shown: { 'zh-CN': withoutContacts(answer.shown['zh-CN']), en: withoutContacts(answer.shown.en) } },
  );

const earlierView = ({ id, number, category, status, createdAt }: ItemSummary) => ({
  id,
  number,
  category,
  status,
  createdAt: wireInstant(createdAt),
});

async function incidentOf({ incidents }: Pick<Ports, 'incidents'>, { company, id }: Item) {
  const link = await incidents.of(company, id);
  return link && incidents.get(company, link.incident);
}

/** Everything about one item but its timeline, with what the caller may do now; `kind`: only of this one. Throws NotFound | NotAllowed. */
export const createShowComplaint =
  (
    ports: Pick<Ports, 'items' | 'incidents' | 'documents' | 'clock'> & {
      loadFacts: LoadFacts;
      recoveryDesk: Pick<RecoveryDesk, 'room'>;
    },
  ) =>
  async (caller: Caller, id: string, kind?: ItemKind): Promise<ComplaintDetail> => {
    const { item, facts } = await openItem(ports, caller, id, 'item.read');
    if (kind !== undefined && item.kind !== kind) throw new NotFound('order');
    const { household } = item.intake.reporter;
    const [definition, forms, { checklist }, earlier, incident, asks] = await Promise.all([
      pinnedDefinition(ports.documents, item),
      pinnedForms(ports.documents, item),
      pinnedWork(ports.documents, item),
      household ? ports.items.byHousehold(item.company, household, { limit: EARLIER }) : null,
      incidentOf(ports, item),
      pinnedAsks(ports.documents, item),
    ]);
    const now = ports.clock.now();
    const room = item.endedAt === null ? await ports.recoveryDesk.room(caller.person.id, { item, facts }, now) : null;
    const contacts = may(caller.person, 'phone.read', { item }, facts.directory);
    const { verdict } = item;
    return {
      ...summaryView(summaryOf(item), now),
      workflow: item.workflow,
      ...intakeView(item, contacts),
      answers: answersView(answersIn(allFields(forms), item.fields), contacts),
      asked: (item.ask?.asked ?? []).map((asked) => ({ ...asked, at: wireInstant(asked.at) })),
      askLevel: item.ask?.level ?? null,
      clocks: clocksOf(item, now),
      verdict: verdict && {
        ...verdict,
        opinion: verdict.opinion && !contacts ? withoutContacts(verdict.opinion) : verdict.opinion,
      },
      reopened: item.reopened,
      attempts: item.attempts,
      version: item.version,
      actions: offersOf(item, definition, facts, caller, now, forms, asks, room),
      incident: incident && { id: incident.id, number: incident.number, title: incident.title },
      earlier: (earlier?.rows ?? []).filter((row) => row.id !== item.id && row.kind !== 'visit').map(earlierView),
      orderDetail: orderDetail(item, checklist),
      visitDetail: visitDetail(item.visit, asks, contacts),
      origin: item.origin,
    };
  };
