import { type CheckAnswer, checkVerdicts, type SentCheck } from '#domain/checklist-answers';
import { checkVerdictWords, rangeWords } from '#domain/checklist-words';
import type { ChecklistItem, ChecklistSection } from '#domain/maintenance';
import type { Language } from '#domain/text';
import { cutTo, html, type SafeHtml } from './html.ts';

/** Names of a checklist's fields on a page: `c.<item>`, `c.<item>.total`, `c.<item>.note`. */
const PREFIX = 'c.';
const TOTAL = '.total';
const NOTE = '.note';
/** The page showed an answer: an empty field takes it back. Of a page opened before there was one it does not. */
const SHOWN = '.shown';

const WORDS = {
  'zh-CN': {
    optional: '（可不填）',
    choose: '请选择',
    note: '备注',
    allowed: '允许范围',
    wrong: '有什么问题？',
    found: '正常数量',
    total: '总数',
    of: (total: number) => `共 ${total}`,
    photo: { optional: '保存后可以添加照片', required: '保存后请拍照上传' },
  },
  en: {
    optional: ' (optional)',
    choose: 'Please choose',
    note: 'Note',
    allowed: 'Allowed:',
    wrong: 'What is wrong?',
    found: 'Found in order',
    total: 'In all',
    of: (total: number) => `of ${total}`,
    photo: { optional: 'You can add a photo after saving', required: 'After saving, please add a photo' },
  },
} as const satisfies Record<Language, unknown>;

export interface CheckFieldsShown {
  language: Language;
  /** Answers that stand, by item id. */
  answers: Readonly<Record<string, CheckAnswer>>;
  /** As typed, when the form comes back; stands over the answers. */
  typed: Readonly<Record<string, string>> | null;
  /** By item id: lines in the reader's language. */
  errors: Readonly<Record<string, readonly string[]>>;
}

/** The points of a section as fields of one form, without script: each with its note, and its error where it was typed. */
export const checkFields = (section: ChecklistSection, shown: CheckFieldsShown): SafeHtml[] =>
  section.items.map((item) => checkField(item, shown));

function checkField(item: ChecklistItem, { language, answers, typed, errors }: CheckFieldsShown): SafeHtml {
  const answer = Object.hasOwn(answers, item.id) ? answers[item.id] : undefined;
  const name = `${PREFIX}${item.id}`;
  const values = typed ?? answerValues(name, answer);
  const said = (errors[item.id] ?? []).map((line) => html`<p class="e" role="alert">${line}</p>`);
  const label = html`${cutTo(item.label[language], 400)}${!item.required && WORDS[language].optional}`;
  const help = item.help && html`<small>${cutTo(item.help[language], 600)}</small>`;
  const photo =
    item.photo === 'none' || (answer?.photos.length ?? 0) > 0
      ? null
      : html`<small>${WORDS[language].photo[item.photo]}</small>`;
  const had = answer && html`<input type="hidden" name="${name}${SHOWN}" value="1">`;
  const field = valueField(item, name, values, { language, label, said: html`${help}${said}` });
  return html`<div class="i${said.length > 0 && ' r'}" id="${item.id}">${field}${photo}${item.type !== 'text' && noteField(item, name, values, language)}${had}</div>`;
}

/** What stands, as a person would have typed it. */
function answerValues(name: string, answer: CheckAnswer | undefined): Record<string, string> {
  if (!answer) return {};
  const { value, note } = answer;
  return {
    [name]: typeof value === 'object' ? String(value.count) : String(value),
    ...(typeof value === 'object' && { [`${name}${TOTAL}`]: String(value.total) }),
    ...(note !== null && { [`${name}${NOTE}`]: note }),
  };
}

interface Around {
  language: Language;
  label: SafeHtml;
  said: SafeHtml;
}

function valueField(
  item: ChecklistItem,
  name: string,
  values: Readonly<Record<string, string>>,
  { language, label, said }: Around,
): SafeHtml {
  const value = values[name] ?? '';
  const words = WORDS[language];
  const head = html`<label for="${name}">${label}</label>${said}`;
  switch (item.type) {
    case 'check':
      return html`<fieldset><legend>${label}</legend>${said}<div class="v">${checkVerdicts.map(
        (verdict) =>
          html`<label class="${verdict}"><input type="radio" name="${name}" value="${verdict}"${verdict === value && html` checked`}>${checkVerdictWords(verdict, language)}</label>`,
      )}</div></fieldset>`;
    case 'reading':
      return html`${head}<span class="u"><input id="${name}" name="${name}" inputmode="decimal" maxlength="24" autocomplete="off" value="${value}"><b>${cutTo(item.unit, 60)}</b></span>${
        rangeWords(item) && html`<small>${words.allowed} ${rangeWords(item)}</small>`
      }`;
    case 'count':
      return html`<fieldset><legend>${label}</legend>${said}<span class="u"><input name="${name}" aria-label="${words.found}" placeholder="${words.found}" inputmode="numeric" maxlength="12" autocomplete="off" value="${value}"><b>${
        item.total === null
          ? html`/</b><input name="${name}${TOTAL}" aria-label="${words.total}" placeholder="${words.total}" inputmode="numeric" maxlength="12" autocomplete="off" value="${values[`${name}${TOTAL}`] ?? ''}">`
          : html`${words.of(item.total)}</b>`
      }</span></fieldset>`;
    case 'choice':
      return html`${head}<select id="${name}" name="${name}"><option value="">${words.choose}${item.options.map(
        (option) =>
          html`<option value="${option.id}"${option.id === value && html` selected`}>${cutTo(option.name[language], 120)}`,
      )}</select>`;
    case 'text':
      return html`${head}<textarea id="${name}" name="${name}" maxlength="1000">${'\n'}${value}</textarea>`;
  }
}

/** Folded until it is needed: a check that is not in order asks what is wrong by itself where the browser can tell. */
function noteField(
  item: ChecklistItem,
  name: string,
  values: Readonly<Record<string, string>>,
  language: Language,
): SafeHtml {
  const words = WORDS[language];
  const note = values[`${name}${NOTE}`] ?? '';
  const input = html`<input id="${name}${NOTE}" name="${name}${NOTE}" maxlength="500" value="${note}">`;
  if (item.type === 'check')
    return html`<div class="y${note !== '' && ' on'}"><label for="${name}${NOTE}">${words.wrong}</label>${input}</div>`;
  return html`<details${note !== '' && html` open`}><summary>${words.note}</summary><label class="h" for="${name}${NOTE}">${words.note}</label>${input}</details>`;
}

const FIELD = /^c\.([a-z0-9][a-z0-9-]{0,62})(\.total|\.note|\.shown)?$/;
/** Points of one form at most. */
const MOST = 60;

/** What was typed into the fields of points: as typed, and as sent. An empty field says nothing, unless an answer was shown in it. Never throws. */
export function readCheckFields(posted: URLSearchParams): { typed: Record<string, string>; sent: SentCheck[] } {
  const typed: Record<string, string> = {};
  const read = (name: string, most: number): string | undefined => {
    const value = posted.get(name)?.replace(/\r\n?/g, '\n').slice(0, most);
    if (value !== undefined && value.trim() !== '') typed[name] = value;
    return value?.trim();
  };
  const items = new Set([...posted.keys()].flatMap((name) => FIELD.exec(name)?.[1] ?? []));
  const sent = [...items].slice(0, MOST).flatMap((item): SentCheck[] => {
    const name = `${PREFIX}${item}`;
    const value = read(name, 1000);
    const total = read(`${name}${TOTAL}`, 24);
    const note = read(`${name}${NOTE}`, 500);
    const shown = posted.get(`${name}${SHOWN}`) === '1';
    const one: SentCheck = { item };
    if (note !== undefined && (note !== '' || shown)) one.note = note;
    if (value) one.value = total === undefined ? value : { count: value, total };
    else if (value === '' && shown) one.value = null;
    // Of how many is known beforehand: without how many were found it says nothing.
    return one.value === undefined && one.note === undefined ? [] : [one];
  });
  return { typed, sent };
}
