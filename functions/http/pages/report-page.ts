import type { FormField } from '#domain/forms/forms';
import type { Language } from '#domain/text';
import { formField } from './form-fields.ts';
import { frame } from './frame.ts';
import { cutTo, html, type SafeHtml } from './html.ts';
import { type ResidentWords, residentWords } from './resident-words.ts';

/** The form of `/report/<site>`. */
export interface ReportView {
  language: Language;
  site: string;
  siteLanguage: Language;
  /** Of the site. */
  phone: string;
  /** In use, by name. */
  categories: { id: string; name: string }[];
  buildings: { id: string; name: string }[];
  /** By the code on the notice; null: to be chosen. */
  building: string | null;
  /** By the label of a facility; '': not told. */
  place: string;
  /** Fresh for each GET: the form posted twice is one complaint. */
  key: string;
  /** Of the category chosen; null: none is, or it asks for nothing more. */
  form: readonly FormField[] | null;
  /** With everything typed. `more`: nothing is wrong, the category asks for more. */
  posted: {
    values: Record<string, string>;
    errors: Record<string, string[]>;
    trapped: boolean;
    more?: boolean;
  } | null;
}

/** How units are written where the site speaks the language, whatever the reader speaks. */
const UNITS: Record<Language, string> = { 'zh-CN': '1201', en: 'Flat 7' };

/** Hidden from people, tempting for programs. */
export const TRAP = 'website';

/** What is wrong, where, since when, and how to reach them: one page, no script, no account. Pure. */
export function renderReportPage(view: ReportView): string {
  const words = residentWords(view.language);
  const dial = view.phone.replace(/[^\d+]/g, '');
  return frame(
    { language: view.language, site: view.site, number: null },
    `${words.title} · ${view.site}`,
    html`<h1>${words.title}</h1><p class="s">${words.intro} · <a href="${otherLanguage(view)}" hreflang="${other(view)}" lang="${other(view)}">${words.other}</a></p><p class="d">${words.urgent}<b><a href="tel:${dial}">${view.phone}</a></b></p>${
      view.posted &&
      html`<p class="${view.posted.more ? 'd' : 'd w'}" role="alert">${view.posted.more ? words.askedMore : view.posted.trapped ? words.trapped : words.wrong}</p>`
    }<div class="f"><form method="post"><input type="hidden" name="key" value="${view.key}">${fields(view, words)}<button>${words.send}</button></form></div>`,
  );
}

const other = ({ language }: ReportView): Language => (language === 'en' ? 'zh-CN' : 'en');
const otherLanguage = (view: ReportView): string =>
  `?${new URLSearchParams({
    ...(view.building !== null && { b: view.building }),
    ...(view.place !== '' && { place: view.place }),
    lang: other(view),
  })}`;

interface Asked {
  name: string;
  label: string;
  hint?: string;
  required?: boolean;
  type?: string;
  most: number;
  complete?: string;
}

function fields(view: ReportView, words: ResidentWords): SafeHtml {
  const line = (asked: Asked) => lineField(view, words, asked);
  return html`${select(view, { name: 'category', label: words.category, choices: view.categories, empty: words.choose, required: true })}${where(view, words)}${line({ name: 'unit', label: words.unit, hint: words.unitHint(UNITS[view.siteLanguage]), most: 40 })}${line({ name: 'place', label: words.place, hint: words.placeHint, most: 120 })}<label for="description">${words.description}</label>${errorsOf(view, 'description')}<textarea id="description" name="description" maxlength="2000" required>${'\n'}${typedIn(view, 'description')}</textarea>${formOf(view)}${line({ name: 'since', label: words.since + words.optional, hint: words.sinceHint, most: 200 })}${wants(view, words)}<h2>${words.you}</h2><p class="s">${words.reach}</p>${line({ name: 'name', label: words.name + words.optional, most: 80, complete: 'name' })}${line({ name: 'phone', label: words.phone, type: 'tel', most: 40, complete: 'tel' })}${line({ name: 'email', label: words.email, type: 'email', most: 200, complete: 'email' })}<label class="z"><input type="checkbox" name="consent" value="yes" required${typedIn(view, 'consent') === 'yes' && html` checked`}><span>${words.consent}</span></label>${errorsOf(view, 'consent')}<div class="h" aria-hidden="true"><label for="${TRAP}">${words.trap}</label><input id="${TRAP}" name="${TRAP}" tabindex="-1" autocomplete="off"></div><p class="s">${words.photosNext}</p>`;
}

/** What the category chosen asks for; `form` says on posting that it was seen. */
function formOf(view: ReportView): SafeHtml | null {
  if (view.form === null) return null;
  const { values = {}, errors = {} } = view.posted ?? {};
  const shown = { language: view.language, prefix: '', values, errors };
  return html`<input type="hidden" name="form" value="${typedIn(view, 'category')}">${view.form.map((field) => formField(field, shown))}`;
}

const typedIn = ({ posted, place }: ReportView, name: string): string =>
  posted ? (posted.values[name] ?? '') : name === 'place' ? place : '';
const errorsOf = ({ posted }: ReportView, name: string): SafeHtml[] =>
  (posted?.errors[name] ?? []).map((words) => html`<p class="e" role="alert" id="${name}-error">${words}</p>`);

/** The building of the notice stands fixed, with a way out. */
function where(view: ReportView, words: ResidentWords): SafeHtml | null {
  const known = view.buildings.find(({ id }) => id === view.building);
  if (known)
    return html`<fieldset><legend>${words.building}</legend>${cutTo(known.name, 90)} · <a href="?lang=${view.language}">${words.otherBuilding}</a></fieldset><input type="hidden" name="building" value="${known.id}">`;
  if (view.buildings.length === 0) return null;
  return select(view, { name: 'building', label: words.building, choices: view.buildings, empty: words.choose });
}

function select(
  view: ReportView,
  asked: { name: string; label: string; choices: { id: string; name: string }[]; empty: string; required?: boolean },
): SafeHtml {
  const value = typedIn(view, asked.name);
  return html`<label for="${asked.name}">${asked.label}</label>${errorsOf(view, asked.name)}<select id="${asked.name}" name="${asked.name}"${asked.required && html` required`}><option value="">${asked.empty}${asked.choices.map(
    ({ id, name }) => html`<option value="${id}"${id === value && html` selected`}>${cutTo(name, 80)}`,
  )}</select>`;
}

function lineField(view: ReportView, _words: ResidentWords, asked: Asked): SafeHtml {
  const { name, label, hint, most, type, complete } = asked;
  const errors = errorsOf(view, name);
  return html`<label for="${name}">${label}</label>${errors}<input id="${name}" name="${name}" maxlength="${most}"${type && html` type="${type}"`}${complete && html` autocomplete="${complete}"`}${hint && html` placeholder="${hint}"`}${errors.length > 0 && html` aria-invalid="true" aria-describedby="${name}-error"`} value="${typedIn(view, name)}">`;
}

function wants(view: ReportView, words: ResidentWords): SafeHtml {
  const value = typedIn(view, 'wants');
  return html`<fieldset><legend>${words.wants}${words.optional}</legend>${errorsOf(view, 'wants')}${Object.entries(
    words.wantsOptions,
  ).map(
    ([key, text]) =>
      html`<label><input type="radio" name="wants" value="${key}"${key === value && html` checked`}>${text}</label>`,
  )}</fieldset>`;
}
