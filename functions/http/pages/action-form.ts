import { fenOf } from '#domain/money';
import { localDate, localTime } from '#domain/time';
import { actionLabel, whenWords } from '#domain/words';
import type { ActionName } from '#domain/workflow/action';
import { actionFields, type Field, fieldLabel, freeTime } from './fields.ts';
import { formField } from './form-fields.ts';
import { cutTo, html, type SafeHtml } from './html.ts';
import { pageWords } from './page-words.ts';
import type { ActionPageView, PageOffer } from './view.ts';

/** Choices listed at most: the rest is found by signing in. Keeps the page small on any site. */
const MOST = 24;

/** What of a page its forms need. */
export type FormView = Pick<ActionPageView, 'kind' | 'language' | 'now' | 'zone' | 'nonce' | 'posted' | 'calls'>;

/** One form of one action; `called` has one for each call. Values and errors come back where they were typed. */
export function actionForm(view: FormView, offer: PageOffer, call: string | null): SafeHtml {
  const posted = postedTo(view, offer.action, call);
  const fields: readonly Field[] = actionFields[offer.action];
  const words = pageWords(view.language);
  const told = call === null ? null : (view.calls[call]?.told ?? null);
  return html`<form method="post">${
    told !== null && html`<p><small>${words.tell}</small></p><p class="q">${cutTo(told, 900)}</p>`
  }${posted?.problem && html`<p class="e">${posted.problem}</p>`}<input type="hidden" name="nonce" value="${view.nonce}">${
    plain(offer)
      ? html`${button(offer.action, actionLabel(offer.action, view.language, view.kind))}${optional(view, offer, call)}`
      : html`${fields.map((field) =>
          field.kind === 'call'
            ? html`<input type="hidden" name="call" value="${call ?? ''}">`
            : fieldOf(view, offer, field, call),
        )}${asked(view, offer, call)}${offer.action === 'resolve' && html`<small>${words.photosNext}</small>`}${button(offer.action, words.send)}`
  }</form>`;
}

/** Nothing has to be typed: the button alone says what it does. */
export const plain = ({ action, fields = [] }: PageOffer): boolean =>
  [...actionFields[action], ...fields.filter(({ type }) => type !== 'photo')].every((field) => !field.required);

/** Fields of the company's own form, after those of the action. */
function asked(view: FormView, offer: PageOffer, call: string | null): SafeHtml[] {
  const posted = postedTo(view, offer.action, call);
  const prefix = `${offer.action}${call ?? ''}-`;
  const shown = { language: view.language, prefix, values: posted?.values ?? {}, errors: posted?.errors ?? {} };
  return (offer.fields ?? []).map((field) => formField(field, shown));
}

const button = (action: ActionName, words: string): SafeHtml =>
  html`<button name="action" value="${action}">${words}</button>`;

/** What may be added to an action that needs nothing lies folded under its button. */
function optional(view: FormView, offer: PageOffer, call: string | null): SafeHtml {
  const fields: readonly Field[] = actionFields[offer.action];
  const open = view.posted?.action === offer.action;
  return html`<details${open && html` open`}><summary>${fields.map((field) => fieldLabel(offer.action, field, view.language))}</summary>${fields.map((field) => fieldOf(view, offer, field, call))}${asked(view, offer, call)}</details>`;
}

function postedTo(view: FormView, action: ActionName, call: string | null): ActionPageView['posted'] {
  if (view.posted?.action !== action) return null;
  return call === null || view.posted.values.call === call ? view.posted : null;
}

function fieldOf(view: FormView, offer: PageOffer, field: Field, call: string | null): SafeHtml {
  const posted = postedTo(view, offer.action, call);
  const errors = (posted?.errors[field.name] ?? []).map((words) => html`<p class="e" role="alert">${words}</p>`);
  const value = posted ? (posted.values[field.name] ?? '') : (offer.proposed?.[field.name] ?? '');
  const label = fieldLabel(offer.action, field, view.language);
  const required = field.required ? html` required` : null;
  const words = pageWords(view.language);
  const id = `${offer.action}-${field.name}${call ?? ''}`;
  const choices = (list: readonly { value: string; words: string }[], css: string | null = null) =>
    html`<fieldset><legend>${label}</legend>${errors}<div${css && html` class="${css}"`}>${list.map(
      (one) =>
        html`<label><input type="radio" name="${field.name}" value="${one.value}"${one.value === value && html` checked`}${required}>${one.words}</label>`,
    )}</div></fieldset>`;
  const select = (list: readonly { id: string; name: string; post?: string | null }[], empty: string) =>
    html`<label for="${id}">${label}</label>${errors}<select id="${id}" name="${field.name}"${required}><option value="">${empty}${list
      .slice(0, MOST)
      .map(
        (one) =>
          html`<option value="${one.id}"${one.id === value && html` selected`}>${cutTo(one.name, 60)}${one.post && ` · ${cutTo(one.post, 45)}`}`,
      )}</select>`;
  switch (field.kind) {
    case 'words':
      return html`<label for="${id}">${label}</label>${errors}<textarea id="${id}" name="${field.name}" maxlength="2000"${required}>${'\n'}${value}</textarea>`;
    case 'whole':
    case 'line':
      return html`<label for="${id}">${label}</label>${errors}<input id="${id}" name="${field.name}" maxlength="40" value="${value}">`;
    case 'times':
      return timesField(view, offer, field, { errors, label, posted, id });
    case 'verdict':
      return choices(Object.entries(words.verdicts).map(([key, text]) => ({ value: key, words: text })));
    case 'score':
      return choices(
        ['1', '2', '3', '4', '5'].map((n) => ({ value: n, words: n })),
        'n',
      );
    case 'reached':
      return choices([
        { value: 'yes', words: words.reached.yes },
        { value: 'no', words: words.reached.no },
      ]);
    case 'held':
      return offer.asks?.held
        ? choices(Object.entries(words.held).map(([key, text]) => ({ value: key, words: text })))
        : html``;
    case 'onTime':
      return offer.asks?.onTime
        ? choices(
            [
              { value: 'yes', words: words.onTime.yes },
              { value: 'no', words: words.onTime.no },
            ],
            null,
          )
        : html``;
    case 'reasons':
      return offer.asks?.reasons.length ? select(offer.asks.reasons, words.none) : html``;
    case 'people':
      return select(offer.people ?? [], words.choose);
    case 'departments':
      return select(offer.departments ?? [], words.choose);
    case 'categories':
      return offer.categories ? select(offer.categories, words.none) : html``;
    case 'buildings':
      return offer.buildings ? select(offer.buildings, words.none) : html``;
    case 'assets':
      return offer.assets?.length ? select(offer.assets, words.noAsset) : html``;
    case 'gestures':
      return offer.recovery?.gestures.length ? select(offer.recovery.gestures, words.noGesture) : html``;
    case 'money':
      // Gestures alone: there is no amount to give.
      return offer.recovery?.left || errors.length > 0
        ? html`<label for="${id}">${label}</label><small>${words.left(fenOf(offer.recovery?.left ?? 0))}</small>${errors}<input id="${id}" name="${field.name}" inputmode="decimal" maxlength="12" value="${value}">`
        : html`<p class="s">${words.left(0)}</p>`;
    case 'call':
      return html``;
  }
}

/** Sensible times to choose from, and a free one. Not `required`: either will do, the server says when both are missing. */
function timesField(
  view: FormView,
  offer: PageOffer,
  field: Field,
  { errors, label, posted, id }: { errors: SafeHtml[]; label: string; posted: ActionPageView['posted']; id: string },
): SafeHtml {
  const chosen = posted?.values[field.name] ?? '';
  const times = (offer.times ?? []).slice(0, 6).map((time) => Date.parse(time));
  const local = (at: number) => `${localDate(at, view.zone)}T${localTime(at, view.zone)}`;
  const cap = offer.cap && html` max="${local(Date.parse(offer.cap))}"`;
  return html`<fieldset><legend>${label}</legend>${errors}${times.map(
    (at) =>
      html`<label><input type="radio" name="${field.name}" value="${at}"${String(at) === chosen && html` checked`}>${whenWords(at, view.now, view.zone, view.language)}</label>`,
  )}</fieldset><label for="${id}">${pageWords(view.language).otherTime}</label><input id="${id}" type="datetime-local" name="${freeTime(field.name)}" min="${local(view.now)}"${cap} value="${posted?.values[freeTime(field.name)] ?? ''}">`;
}
