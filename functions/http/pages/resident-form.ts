import type { RawAnswers } from '#domain/forms/answers';
import { type ResidentActName, residentActNames } from '#domain/workflow/resident-act';
import { readFormFields } from './form-fields.ts';
import { TRAP } from './report-page.ts';

/** Fields as typed; empty ones are missing. Only the names asked for are read. */
function read(posted: URLSearchParams, names: readonly string[]): Record<string, string> {
  const values: Record<string, string> = {};
  for (const name of names) {
    const value = posted.get(name)?.replace(/\r\n?/g, '\n');
    if (value !== undefined && value.trim() !== '') values[name] = value;
  }
  return values;
}

const REPORT = [
  'category',
  'building',
  'unit',
  'place',
  'description',
  'since',
  'wants',
  'name',
  'phone',
  'email',
  'consent',
] as const;

export interface PostedReport {
  /** '' when it was left out or is none of ours. */
  key: string;
  values: Record<string, string>;
  answers: RawAnswers;
  /** Category whose form was shown; '' where none was. */
  form: string;
  /** A program filled what people do not see. */
  trapped: boolean;
}

/** The posted form of `/report/<site>`. Never throws. */
export function parseReportForm(body: string): PostedReport {
  const posted = new URLSearchParams(body);
  const key = posted.get('key') ?? '';
  const form = readFormFields(posted);
  return {
    key: /^[0-9a-z]{8,40}$/.test(key) ? key : '',
    values: { ...read(posted, REPORT), ...form.values },
    answers: form.answers,
    form: posted.get('form') ?? '',
    trapped: (posted.get(TRAP) ?? '') !== '',
  };
}

const FIELDS: Record<ResidentActName, readonly string[]> = {
  nudge: [],
  information: ['text'],
  verdict: ['verdict', 'score', 'opinion'],
  visited: ['score', 'held', 'onTime', 'remarks'],
};

export interface PostedAct {
  act: ResidentActName;
  nonce: string;
  values: Record<string, string>;
  /** For `residentInputs[act]`: numbers are such. */
  input: Record<string, unknown>;
  /** To the questionnaire's own fields. */
  answers: RawAnswers;
}

/** One posted act of a receipt's page; null: none of ours is named. Never throws. */
export function parseResidentAct(body: string): PostedAct | null {
  const posted = new URLSearchParams(body);
  const act = residentActNames.find((name) => name === posted.get('act'));
  if (act === undefined) return null;
  const own = act === 'visited' ? readFormFields(posted) : { values: {}, answers: {} };
  const values = read(posted, FIELDS[act]);
  const { score, ...others } = values;
  const input = score === undefined ? others : { ...others, score: Number(score) };
  const nonce = (posted.get('nonce') ?? '').slice(0, 100);
  return { act, nonce, values: { ...values, ...own.values }, input, answers: own.answers };
}
