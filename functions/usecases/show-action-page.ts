import { completedWords } from '#domain/checklist-words';
import { evidenceOf } from '#domain/evidence';
import { answersIn } from '#domain/forms/answers';
import { allFields } from '#domain/forms/forms';
import type { Item } from '#domain/item';
import { namesFor, postOf, siteOf, timelineFor, whereWords } from '#domain/item-words';
import { dueOf, nextPeople } from '#domain/mail/staff-view';
import { isContractor, type Person } from '#domain/organisation';
import type { ActionName } from '#domain/workflow/action';
import { currentAsk } from '#domain/workflow/run';
import type { OrderView } from '#http/pages/order-view';
import type { ActionPageView, PageOffer, StatePageView } from '#http/pages/view';
import type { Ports } from '#ports';
import type { CareByLink } from './care/care-by-link.ts';
import { handledBy, isCurrent, type OpenedLink, presentLink } from './open-link.ts';
import type { ViewOrder } from './orders/view-order.ts';
import { readTimeline } from './read-timeline.ts';

type PagePorts = Pick<Ports, 'links' | 'items' | 'assets' | 'ids' | 'renderer'>;
/** Facilities offered for a work order: those of the building, the rest is found by signing in. */
const CHOICES = 24;
export type LinkPage = { page: 'action'; view: ActionPageView } | { page: 'state'; view: StatePageView };

/** `care`: what is sensitive about the household is to be opened. */
interface Shown {
  open: ActionName | null;
  posted: ActionPageView['posted'];
  care?: 'open';
}

/** What tapping a link shows: what happened and the few things to do now, or, when it was handled, how it stands. */
export const createShowActionPage =
  (ports: PagePorts, viewOrder: ViewOrder, careByLink: CareByLink) =>
  async (opened: OpenedLink, shown: Shown): Promise<LinkPage> =>
    opened.offers.length > 0
      ? {
          page: 'action',
          view: await actionView(ports, opened, shown, {
            order: await viewOrder(opened),
            care: await careByLink(opened, shown.care === 'open'),
          }),
        }
      : { page: 'state', view: await stateView(ports, opened, await viewOrder(opened)) };

async function linesOf(ports: PagePorts, { gathered, person, now }: OpenedLink) {
  const { item, facts } = gathered;
  const timeline = await readTimeline(ports, item.company, item.id);
  const names = namesFor(facts, item, person);
  const { zone } = siteOf(facts, item);
  const soFar = timelineFor(person, timeline).flatMap(
    (entry) => ports.renderer.line(entry, names, person.language, zone, now, item.kind) ?? [],
  );
  return { timeline, soFar };
}

async function actionView(
  ports: PagePorts,
  opened: OpenedLink,
  { open, posted }: Shown,
  { order, care }: Pick<ActionPageView, 'order' | 'care'>,
): Promise<ActionPageView> {
  const { gathered, person, now, claims } = opened;
  const { item, definition, facts, forms } = gathered;
  const { language } = person;
  const names = namesFor(facts, item, person);
  const site = siteOf(facts, item);
  const ask = isCurrent(opened) ? item.ask : null;
  const asking = { ask: claims.ask, reason: 'asked', due: ask?.due ?? null } as const;
  const step = currentAsk(definition, item);
  const { timeline, soFar } = await linesOf(ports, opened);
  const { name, phone, preferredTime } = item.intake.reporter;
  return {
    kind: item.kind,
    order,
    care,
    language,
    site: site.name[language],
    number: item.number,
    now,
    zone: site.zone,
    category: gathered.workName?.[language] ?? names.category(item.category),
    severity: item.severity,
    major: item.major,
    status: item.status,
    where: whereWords(item, facts, language),
    filedAt: item.createdAt,
    since: item.intake.since,
    description: item.intake.description,
    answers: answersIn(allFields(forms), item.fields).map(({ label, shown }) => ({
      label: label[language],
      shown: shown[language],
    })),
    owner: item.owner && names.person(item.owner),
    level:
      step && ask ? { at: ask.level + 1, of: step.levels.length, post: postOf(person, facts, item, language) } : null,
    due: dueOf(item, asking),
    next: nextPeople(gathered, asking, person.id, now, names.person),
    soFar: soFar.slice(-6),
    resident:
      item.kind !== 'workOrder' && (item.owner === person.id || claims.verbs.includes('called'))
        ? { name, phone, preferredTime }
        : null,
    photos: evidenceOf(item, timeline),
    offers: await withChoices(ports, opened, order),
    calls: Object.fromEntries(item.calls.map(({ id, told }) => [id, { told }])),
    open,
    nonce: ports.ids.next(),
    posted,
  };
}

/** What only forms on pages need: facilities to choose from, and words to begin with. */
async function withChoices(
  { assets }: Pick<Ports, 'assets'>,
  { gathered: { item }, offers, person }: OpenedLink,
  order: OrderView | null,
): Promise<PageOffer[]> {
  const which = { site: item.site, ...(item.building && { building: item.building }) };
  return Promise.all(
    offers.map(async (offer): Promise<PageOffer> => {
      if (offer.action === 'openOrder') {
        const { rows } = await assets.list(item.company, which, {}, { limit: CHOICES });
        const inUse = rows.filter(({ condition }) => condition !== 'retired');
        return { ...offer, assets: inUse.map(({ id, name, number }) => ({ id, name: `${name} ${number}` })) };
      }
      const list = offer.action === 'complete' ? order?.checklist : null;
      return list ? { ...offer, proposed: { done: completedWords(list.counts, person.language) } } : offer;
    }),
  );
}

/** What became of an order that went on to somebody else is not a contractor's to read. */
const isOver = (person: Person, { owner }: Item): boolean => isContractor(person) && owner !== person.id;

async function stateView(ports: PagePorts, opened: OpenedLink, order: OrderView | null): Promise<StatePageView> {
  const { gathered, person, now, claims, expired } = opened;
  const { item, facts } = gathered;
  const { language } = person;
  const names = namesFor(facts, item, person);
  const site = siteOf(facts, item);
  const { timeline, soFar } = await linesOf(ports, opened);
  const handled = handledBy(timeline, claims.step);
  const why = (): StatePageView['why'] => {
    if (item.endedAt !== null) return 'ended';
    if (expired) return 'expired';
    if (claims.ask === null || isCurrent(opened)) return 'readOnly';
    return handled ? 'handled' : 'moved';
  };
  return {
    kind: item.kind,
    order,
    language,
    site: site.name[language],
    number: item.number,
    now,
    zone: site.zone,
    why: why(),
    handled: handled && { ...handled, by: names.person(handled.by) },
    category: gathered.workName?.[language] ?? names.category(item.category),
    status: item.status,
    owner: item.owner && names.person(item.owner),
    due: dueOf(item, { ask: null, reason: 'asked', due: null }),
    soFar: isOver(person, item) ? [] : soFar.slice(-6),
    stepLink: expired ? null : await presentLink(ports, opened),
  };
}
