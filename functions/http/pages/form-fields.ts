import type { RawAnswers } from '#domain/forms/answers';
import type { FormField } from '#domain/forms/forms';
import type { Language } from '#domain/text';
import { cutTo, html, type SafeHtml } from './html.ts';

/** Names of a form's fields on a page; the checklist's has a value for each tick. */
export const FORM_PREFIX = 'f.';
const BETWEEN = ' ';

const WORDS = {
  'zh-CN': { optional: '（可不填）', choose: '请选择', later: '提交后的下一页可以上传照片。' },
  en: { optional: ' (optional)', choose: 'Please choose', later: 'You can add the photo on the next page.' },
} as const satisfies Record<Language, unknown>;

interface Shown {
  language: Language;
  /** Makes ids unique where a page has several forms. */
  prefix: string;
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, readonly string[]>>;
}

/** One field of a form, without script: labels, limits and errors where they are typed. */
export function formField(field: FormField, { language, prefix, values, errors }: Shown): SafeHtml {
  const words = WORDS[language];
  const name = `${FORM_PREFIX}${field.id}`;
  const id = `${prefix}${name}`;
  const value = values[name] ?? '';
  const unit = field.type === 'number' && field.unit ? html` · ${field.unit[language]}` : null;
  const label = html`${field.label[language]}${unit}${!field.required && words.optional}`;
  const said = (errors[`fields.${field.id}`] ?? []).map((line) => html`<p class="e" role="alert">${line}</p>`);
  const help = field.help && html`<small>${field.help[language]}</small>`;
  const must = field.required ? html` required` : null;
  const head = html`<label for="${id}">${label}</label>${help}${said}`;
  switch (field.type) {
    case 'text':
      return field.long
        ? html`${head}<textarea id="${id}" name="${name}" maxlength="1000"${must}>${'\n'}${value}</textarea>`
        : html`${head}<input id="${id}" name="${name}" maxlength="200"${must} value="${value}">`;
    case 'number':
      return html`${head}<input id="${id}" name="${name}" inputmode="${field.whole && (field.min ?? -1) >= 0 ? 'numeric' : 'decimal'}" maxlength="24"${must} placeholder="${rangeOf(field)}" value="${value}">`;
    case 'date':
      return html`${head}<input id="${id}" name="${name}" type="date"${must} value="${value}">`;
    case 'choice':
      return html`${head}<select id="${id}" name="${name}"${must}><option value="">${words.choose}${field.options.map(
        (option) =>
          html`<option value="${option.id}"${option.id === value && html` selected`}>${cutTo(option.label[language], 80)}`,
      )}</select>`;
    case 'checklist': {
      const ticked = value.split(BETWEEN);
      return html`<fieldset><legend>${label}</legend>${help}${said}${field.options.map(
        (option) =>
          html`<label><input type="checkbox" name="${name}" value="${option.id}"${ticked.includes(option.id) && html` checked`}>${cutTo(option.label[language], 120)}</label>`,
      )}</fieldset>`;
    }
    case 'photo':
      return html`<p class="s"><b>${field.label[language]}</b> · ${help}${words.later}</p>`;
  }
}

const rangeOf = ({ min, max }: Extract<FormField, { type: 'number' }>): string =>
  min === undefined ? (max === undefined ? '' : `≤ ${max}`) : max === undefined ? `≥ ${min}` : `${min} – ${max}`;

/** What was typed into fields of a form, as typed and as answers; empty ones are missing. Bounded. Never throws. */
export function readFormFields(posted: URLSearchParams): { values: Record<string, string>; answers: RawAnswers } {
  const values: Record<string, string> = {};
  const answers: RawAnswers = {};
  const names = [...new Set(posted.keys())].filter((name) => /^f\.[a-z][a-zA-Z0-9]{0,30}$/.test(name)).slice(0, 60);
  for (const name of names) {
    const given = posted
      .getAll(name)
      .slice(0, 40)
      .map((one) => one.replace(/\r\n?/g, '\n').slice(0, 4000))
      .filter((one) => one.trim() !== '');
    const [first] = given;
    if (first === undefined) continue;
    values[name] = given.join(BETWEEN);
    answers[name.slice(FORM_PREFIX.length)] = given.length > 1 ? given.map((one) => one.slice(0, 40)) : first;
  }
  return { values, answers };
}
