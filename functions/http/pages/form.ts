import { type Instant, instantAt, toIso } from '#domain/time';
import { type ActionName, actionNames } from '#domain/workflow/action';
import { actionFields, type Field, freeTime } from './fields.ts';
import { readFormFields } from './form-fields.ts';

export interface PostedForm {
  action: ActionName;
  /** Idempotency key of this form; '' when it was left out. */
  nonce: string;
  /** As typed, for showing the form again. */
  values: Record<string, string>;
  /** For `actionInputs[action]`: empty fields are missing, times are epoch ms, numbers and truth values are such. */
  input: Record<string, unknown>;
}

/** One posted action; null: no action of ours is named. Only the action's own fields are read. Never throws. */
export function parseActionForm(body: string, zone: string): PostedForm | null {
  const posted = new URLSearchParams(body);
  const action = actionNames.find((name) => name === posted.get('action'));
  if (action === undefined) return null;
  const values: Record<string, string> = {};
  const input: Record<string, unknown> = {};
  for (const field of actionFields[action] as readonly Field[]) {
    const names = field.kind === 'times' ? [field.name, freeTime(field.name)] : [field.name];
    for (const name of names) {
      const value = posted.get(name)?.replace(/\r\n?/g, '\n');
      if (value !== undefined && value.trim() !== '') values[name] = value;
    }
    const value = inputOf(field, values, zone);
    if (value !== undefined) input[field.name] = value;
  }
  const form = readFormFields(posted);
  Object.assign(values, form.values);
  if (Object.keys(form.answers).length > 0) input.fields = form.answers;
  return { action, nonce: (posted.get('nonce') ?? '').slice(0, 100), values, input };
}

function inputOf(field: Field, values: Record<string, string>, zone: string): unknown {
  const value = values[field.name];
  switch (field.kind) {
    case 'times':
      return timeOf(value, values[freeTime(field.name)], zone);
    case 'score':
    case 'whole':
    case 'money':
      return value === undefined ? undefined : Number(value);
    case 'reached':
      return value === undefined ? undefined : value === 'yes' ? true : value === 'no' ? false : value;
    default:
      return value;
  }
}

/** NaN when something was given that is no time: the schema then refuses it at its field. */
function timeOf(chosen: string | undefined, typed: string | undefined, zone: string): Instant | undefined {
  if (typed !== undefined) return localInstant(typed, zone);
  if (chosen === undefined) return undefined;
  return /^\d{12,14}$/.test(chosen) ? Number(chosen) : Number.NaN;
}

/** A `datetime-local` value in the site's zone; in a DST gap the first instant after it, in an overlap the first. */
function localInstant(value: string, zone: string): Instant {
  const found = /^(\d{4}-(\d\d)-(\d\d))T(([01]\d|2[0-3]):[0-5]\d)(:\d\d(\.\d+)?)?$/.exec(value);
  const [, date = '', month = '', day = '', time = ''] = found ?? [];
  if (found === null || !isDate(date, Number(month), Number(day))) return Number.NaN;
  return instantAt(date, time, zone);
}

function isDate(date: string, month: number, day: number): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(time) || month < 1 || day < 1) return false;
  return toIso(time).startsWith(date);
}
