import { dueKind } from '#domain/due-kind';
import { actionLabel, deadlineWords, relativeTime, severityLabel, statusLabel, whenWords } from '#domain/words';
import type { ActionName } from '#domain/workflow/action';
import { actionForm, plain } from './action-form.ts';
import { carePart } from './care-part.ts';
import { answersStyle } from './check-style.ts';
import { frame } from './frame.ts';
import { bytesOf, cutTo, html, type SafeHtml } from './html.ts';
import { answersPart, checklistPart, earlierPart, orderFacts } from './order-part.ts';
import { pageWords } from './page-words.ts';
import type { ActionPageView, PageOffer } from './view.ts';

/** A page is at most this many bytes (what somebody typed and gets back, and what was found, not counted): it opens in a stairwell. */
const LARGEST = 10_000;
const LINES = 5;
/** Actions seen at once. */
const SHOWN = 5;

/** Actions as a person looks for them; the step's first word goes first while nobody has answered for the item. */
const ORDER: readonly ActionName[] = [
  'called',
  'accept',
  'verdict',
  'approve',
  'check',
  'scan',
  'complete',
  'resolve',
  'promise',
  'reply',
  'acknowledge',
  'noAnswer',
  'handOver',
  'decline',
  'resume',
  'pause',
  'askSuperior',
  'visited',
  'giveReason',
  'openOrder',
  'recover',
  'bringIn',
  'reject',
  'notMine',
  'escalate',
  'reopen',
  'note',
  'correct',
  'withdraw',
];

/**
 * The staff page: what happened, where, since when, by when, and the few things to do, each with its fields. Pure.
 * Forms that would make the page too large become links to this page with `?do=<action>`, which open them.
 */
export function renderActionPage(view: ActionPageView): string {
  const title = `${view.category} · ${view.number ?? ''}`;
  const offers = inOrder(view);
  const cards = offers.map((offer) => rowLink(view, offer));
  const order = orderOf(view);
  const most = LARGEST + (order?.found ? bytesOf(order.found) + answersStyle.length : 0);
  const style = order?.found ? answersStyle : undefined;
  const page = () => frame(view, title, body(view, cards, order), style);
  for (const [i, offer] of offers.entries()) {
    const link = cards[i];
    cards[i] = openCard(view, offer, i === 0 && !isWalking(view));
    if (i > 0 && link !== undefined && bytesOf(page()) > most) cards[i] = link;
  }
  return page();
}

/** The checklist comes first, and has pages of its own; completing waits until nothing of it is missing. */
const isWalking = ({ order }: ActionPageView): boolean =>
  order?.checklist?.open === true && order.checklist.next !== null;

function inOrder(view: ActionPageView): PageOffer[] {
  const first = view.posted?.action ?? view.open ?? (waitsForAnswer(view) ? 'acknowledge' : null);
  const rank = ({ action }: PageOffer) => (action === first ? -1 : ORDER.indexOf(action));
  const elsewhere: ReadonlySet<ActionName> = new Set(isWalking(view) ? ['check', 'complete'] : ['check']);
  return view.offers.filter(({ action }) => !elsewhere.has(action)).toSorted((a, b) => rank(a) - rank(b));
}
const waitsForAnswer = ({ status }: ActionPageView): boolean => status === 'assigned' || status === 'nobodyActed';

interface OrderParts {
  facts: SafeHtml;
  list: SafeHtml | null;
  found: SafeHtml | null;
  earlier: SafeHtml | null;
}
function orderOf(view: ActionPageView): OrderParts | null {
  const { order } = view;
  return (
    order && {
      facts: orderFacts(order, view),
      list: order.checklist && checklistPart(order.checklist, view),
      found: order.checklist && answersPart(order.checklist.answered, view),
      earlier: earlierPart(order, view),
    }
  );
}

function body(view: ActionPageView, cards: readonly SafeHtml[], order: OrderParts | null): SafeHtml {
  const { language, now, zone, kind } = view;
  const words = pageWords(language, kind);
  const late = view.due !== null && view.due.at <= now;
  const lines = view.soFar.slice(-LINES);
  return html`<h1>${cutTo(view.category, 120)} · ${cutTo(view.where, 160)}</h1><p class="s">${severityLabel(view.severity, language)}${view.major && ` · ${words.major}`} · ${statusLabel(view.status, language, kind)}${view.level && ` · ${words.level(view.level.at, view.level.of)}`}</p>${
    view.due &&
    html`<p class="${late ? 'd w' : 'd'}">${words.due[dueKind(view.due, view.status)]}<b>${deadlineWords(view.due.at, now, zone, language)}</b>${afterwards(view, late)}</p>`
  }<p class="q">${cutTo(view.description, 1400)}</p><dl>${order?.facts}${
    view.since && html`<dt>${words.since}</dt><dd>${cutTo(view.since, 200)}</dd>`
  }${view.answers.slice(0, 12).map(({ label, shown }) => html`<dt>${cutTo(label, 90)}</dt><dd>${cutTo(shown, 200)}</dd>`)}<dt>${words.filed}</dt><dd>${whenWords(view.filedAt, now, zone, language)} · ${relativeTime(view.filedAt, now, language)}</dd><dt>${words.owner}</dt><dd>${view.owner ?? words.nobody}</dd></dl>${photoLinks(view)}${residentCard(view)}${view.care && carePart(view.care, language)}${order?.list}${order?.found}${
    view.posted && html`<p class="d w" role="alert">${words.wrong}</p>`
  }<h2>${words.can}</h2>${cards.length > 0 ? listed(view, cards) : html`<p>${words.nothing}</p>`}${
    lines.length > 0 && html`<h2>${words.soFar}</h2><ul>${lines.map((line) => html`<li>${cutTo(line, 240)}`)}</ul>`
  }${order?.earlier}<p class="s">${words.localTimes}</p>`;
}

/** The rarer ones lie folded, unless that would hide a single one. */
function listed(view: ActionPageView, cards: readonly SafeHtml[]): SafeHtml {
  if (cards.length <= SHOWN + 1) return html`${cards}`;
  return html`${cards.slice(0, SHOWN)}<details class="x"><summary>${pageWords(view.language).more}</summary>${cards.slice(SHOWN)}</details>`;
}

function afterwards(view: ActionPageView, late: boolean): string | null {
  const words = pageWords(view.language);
  if (view.next !== null && view.next.to.length > 0) {
    const people = cutTo(view.next.to.join(words.comma), 160);
    return late ? words.nextLate(people) : words.next(people);
  }
  return view.level !== null && view.level.at >= view.level.of ? words.top : null;
}

function photoLinks(view: ActionPageView): SafeHtml | null {
  if (view.photos.length === 0) return null;
  const links = view.photos
    .slice(0, 10)
    .map(
      (photo, i) => html`<a href="?photo=${encodeURIComponent(photo)}">${pageWords(view.language).photo(i + 1)}</a> `,
    );
  return html`<p class="p">${links}</p>`;
}

/** Name, a number to tap and the preferred time: the owner's view only carries them. */
function residentCard(view: ActionPageView): SafeHtml | null {
  const { resident } = view;
  if (resident === null) return null;
  const words = pageWords(view.language);
  const dial = resident.phone?.replace(/[^\d+]/g, '') ?? '';
  return html`<h2>${words.resident}</h2>${resident.name && html`<p>${cutTo(resident.name, 80)}</p>`}${
    dial === ''
      ? html`<p class="s">${words.noPhone}</p>`
      : html`<a class="g c" href="tel:${dial}">${words.call(cutTo(resident.phone ?? '', 60))}</a>`
  }${resident.preferredTime && html`<p class="s">${words.preferred} · ${cutTo(resident.preferredTime, 120)}</p>`}`;
}

/** The first one lies open; an action without fields to fill is its button. */
function openCard(view: ActionPageView, offer: PageOffer, first: boolean): SafeHtml {
  const calls = offer.action === 'called' ? (offer.calls ?? []).map(({ id }) => id) : [null];
  const open = first || view.posted?.action === offer.action;
  if (first && plain(offer)) return html`<div class="f">${calls.map((call) => actionForm(view, offer, call))}</div>`;
  return html`<details${open && html` open`}><summary>${actionLabel(offer.action, view.language, view.kind)}</summary>${calls.map((call) => actionForm(view, offer, call))}</details>`;
}

const rowLink = (view: ActionPageView, { action }: PageOffer): SafeHtml =>
  html`<a class="o" href="?do=${action}">${actionLabel(action, view.language, view.kind)}</a>`;
