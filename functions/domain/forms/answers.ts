import { z } from 'zod';
import { dateOfDay, epochDay } from '../civil-date.ts';
import type { Value } from '../condition.ts';
import type { Language, Text } from '../text.ts';
import type { FormField } from './forms.ts';

/** As sent: of a checklist the ids of the ticked points; numbers may come as people type them. */
export const RawAnswers = z.record(
  z.string().max(40),
  z.union([z.string().max(4000), z.number(), z.array(z.string().max(40)).max(40)]),
);
export type RawAnswers = z.infer<typeof RawAnswers>;

/** One answered field as it stays on the timeline, whatever becomes of the form. `shown`: its value in words. */
export interface Answer {
  field: string;
  label: Text;
  shown: Text;
}

export interface Answered {
  /** For the item's `fields`: what conditions read. */
  values: Record<string, Value>;
  answers: Answer[];
  /** By field id; words are made by the reader's screen. */
  problems: { field: string; code: AnswerProblem; value?: string | Text }[];
}
export type AnswerProblem =
  | 'answer_needed'
  | 'answer_number'
  | 'answer_whole'
  | 'answer_least'
  | 'answer_most'
  | 'answer_date'
  | 'answer_choice'
  | 'answer_tick_all'
  | 'answer_too_long'
  | 'answer_unknown';

const MOST_LINE = 200;
const MOST_LONG = 1000;
const both = (make: (language: Language) => string): Text => ({ 'zh-CN': make('zh-CN'), en: make('en') });
const isDate = (text: string): boolean => /^[1-9]\d{3}-\d\d-\d\d$/.test(text) && dateOfDay(epochDay(text)) === text;
const plain = (text: string): Text => both(() => text);

interface Reading {
  /** Photos that came with it; null: they come afterwards. */
  photos: readonly string[] | null;
}

/** What was sent, judged against the form it was asked with. Total. */
export function readAnswers(fields: readonly FormField[], sent: RawAnswers, reading: Reading): Answered {
  const result: Answered = { values: {}, answers: [], problems: [] };
  for (const field of fields) {
    const raw = Object.hasOwn(sent, field.id) ? sent[field.id] : undefined;
    const read = readOne(field, raw, reading);
    if ('problem' in read) result.problems.push({ field: field.id, ...read.problem });
    else if (read.shown) {
      Object.assign(result.values, read.values);
      result.answers.push({ field: field.id, label: field.label, shown: read.shown });
    }
  }
  for (const field of Object.keys(sent))
    if (!fields.some(({ id }) => id === field)) result.problems.push({ field, code: 'answer_unknown' });
  return result;
}

type Read =
  | { values: Record<string, Value>; shown: Text | null }
  | { problem: { code: AnswerProblem; value?: string | Text } };
const refused = (code: AnswerProblem, value?: string | Text): Read => ({
  problem: { code, ...(value !== undefined && { value }) },
});
const nothing: Read = { values: {}, shown: null };

function readOne(field: FormField, raw: RawAnswers[string] | undefined, reading: Reading): Read {
  if (field.type === 'checklist') return readChecklist(field, raw);
  const text = (Array.isArray(raw) ? raw.join(' ') : String(raw ?? '')).trim();
  if (text === '') {
    const later = field.type === 'photo' && reading.photos === null;
    return field.required && !later ? refused('answer_needed') : nothing;
  }
  const given = (value: Value, shown: Text): Read => ({ values: { [field.id]: value }, shown });
  switch (field.type) {
    case 'text':
      return text.length > (field.long ? MOST_LONG : MOST_LINE)
        ? refused('answer_too_long', String(field.long ? MOST_LONG : MOST_LINE))
        : given(text, plain(text));
    case 'number':
      return readNumber(field, text, given);
    case 'choice': {
      const option = field.options.find(({ id }) => id === text);
      return option ? given(option.id, option.label) : refused('answer_choice');
    }
    case 'date':
      return isDate(text) ? given(text, plain(text)) : refused('answer_date');
    case 'photo':
      return reading.photos?.includes(text)
        ? given(text, { 'zh-CN': '已上传', en: 'uploaded' })
        : refused('answer_needed');
  }
}

function readNumber(
  field: Extract<FormField, { type: 'number' }>,
  text: string,
  given: (value: Value, shown: Text) => Read,
): Read {
  const typed = text.normalize('NFKC').replace(/,(?=\d{3}\b)/g, '');
  if (!/^[-+]?\d{1,12}(\.\d{1,6})?$/.test(typed)) return refused('answer_number');
  const value = Number(typed);
  if (field.whole && !Number.isInteger(value)) return refused('answer_whole');
  if (field.min !== undefined && value < field.min) return refused('answer_least', String(field.min));
  if (field.max !== undefined && value > field.max) return refused('answer_most', String(field.max));
  const { unit } = field;
  return given(
    value,
    both((language) => (unit ? `${value} ${unit[language]}` : `${value}`)),
  );
}

function readChecklist(field: Extract<FormField, { type: 'checklist' }>, raw: RawAnswers[string] | undefined): Read {
  const ticked = Array.isArray(raw) ? raw : raw === undefined || raw === '' ? [] : [String(raw)];
  if (ticked.some((id) => !field.options.some((option) => option.id === id))) return refused('answer_choice');
  if (field.required && ticked.length < field.options.length) return refused('answer_tick_all');
  if (ticked.length === 0) return nothing;
  const values = Object.fromEntries(field.options.map(({ id }) => [`${field.id}.${id}`, ticked.includes(id)]));
  return { values, shown: checked(field, values) };
}

function checked(field: Extract<FormField, { type: 'checklist' }>, values: Record<string, Value>): Text {
  const done = field.options.filter(({ id }) => values[`${field.id}.${id}`] === true);
  return both(
    (language) =>
      `${done.length}/${field.options.length}${done.length > 0 ? ` ✓ ${done.map(({ label }) => label[language]).join(language === 'en' ? ', ' : '、')}` : ''}`,
  );
}

/** What an item's `fields` say of these fields, in the form's order; what was not answered is left out. */
export function answersIn(fields: readonly FormField[], values: Readonly<Record<string, Value>>): Answer[] {
  return fields.flatMap((field): Answer[] => {
    const told = (shown: Text): Answer[] => [{ field: field.id, label: field.label, shown }];
    if (field.type === 'checklist')
      return field.options.some(({ id }) => Object.hasOwn(values, `${field.id}.${id}`))
        ? told(checked(field, values))
        : [];
    const value = Object.hasOwn(values, field.id) ? values[field.id] : undefined;
    if (value === undefined || value === null) return [];
    const read = readOne(field, typeof value === 'number' ? value : String(value), { photos: [String(value)] });
    return told('shown' in read && read.shown ? read.shown : plain(String(value)));
  });
}
