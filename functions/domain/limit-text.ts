import { elapsed, Limit, workingDayAt, workingDays, workingHours } from './limit.ts';
import { type LimitToken, lexLimit } from './limit-lexer.ts';
import type { Language } from './text.ts';
import { limitWords, ordinal } from './words.ts';

/**
 * What a typed limit means.
 * - `ambiguous`: it could be meant in more than one way ("2 days"), and is not guessed.
 * - `unknown`: `at` is the part that was not understood, empty when the words are known but say nothing together.
 * - `outOfRange`: understood, but longer than any limit may be, or not a whole number of what must be whole.
 * `suggestions` are limits near to it, best first; never empty.
 */
export type LimitReading =
  | { ok: true; limit: Limit }
  | { ok: false; why: 'empty' | 'ambiguous' | 'outOfRange'; suggestions: Limit[] }
  | { ok: false; why: 'unknown'; at: string; suggestions: Limit[] };

/** A limit as one would type it, in words that `readLimit` reads back as the same limit. */
export function limitText(limit: Limit, language: Language): string {
  const zh = language === 'zh-CN';
  switch (limit.kind) {
    case 'workingDays':
      if (limit.days === 0) return zh ? '当日下班前' : 'same working day';
      return zh ? `${limit.days} 个工作日` : `${limit.days} working ${limit.days === 1 ? 'day' : 'days'}`;
    case 'workingDayAt':
      if (limit.days === 1) return zh ? `下一工作日 ${limit.at}` : `next working day ${limit.at}`;
      return zh ? `第 ${limit.days} 个工作日 ${limit.at}` : `${ordinal(limit.days)} working day ${limit.at}`;
    default:
      return limitWords(limit, language);
  }
}

/** Reads a limit as people say it, in either language: "2 wh", "下一工作日10:00", "30 min round the clock". Total. */
export function readLimit(text: string): LimitReading {
  const { tokens, unread } = lexLimit(text);
  if (unread !== '') return { ok: false, why: 'unknown', at: unread, suggestions: suggestionsFor(tokens) };
  if (tokens.length === 0) return { ok: false, why: 'empty', suggestions: usual };
  const meant = meaningOf(tokens);
  if (meant === 'ambiguous') return { ok: false, why: 'ambiguous', suggestions: suggestionsFor(tokens) };
  if (meant === null) return { ok: false, why: 'unknown', at: '', suggestions: suggestionsFor(tokens) };
  const limit = Limit.safeParse(meant);
  if (limit.success) return { ok: true, limit: limit.data };
  return { ok: false, why: 'outOfRange', suggestions: suggestionsFor(tokens) };
}

/** What the text may be on its way to: the limit it says, and others with the same number or time of day. */
export function suggestLimits(text: string, language: Language): Limit[] {
  const reading = readLimit(text);
  const near = suggestionsFor(lexLimit(text).tokens);
  if (reading.ok) return distinct([reading.limit, ...near]);
  if (reading.why !== 'unknown') return near;
  const typed = squeezed(text);
  const begins = (limit: Limit) => squeezed(limitText(limit, language)).startsWith(typed);
  return distinct([...near.filter(begins), ...near.filter((limit) => !begins(limit))]);
}

const squeezed = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

/** Limits that are often meant, where the text gives nothing to go by. */
const usual: Limit[] = [elapsed(30), workingHours(4), workingDays(1), workingDays(2), workingDayAt(1, '10:00')];

type Form = [shape: RegExp, meaning: (numbers: number[], time: string) => Limit | 'ambiguous'];
const hoursAndMinutes: Form[] = [
  [/^n M$/, ([minutes = 0]) => elapsed(minutes)],
  [/^n H$/, ([hours = 0]) => elapsed(hours * 60)],
  [/^n H n(?: M)?$/, ([hours = 0, minutes = 0]) => elapsed(hours * 60 + minutes)],
];
/** What each order of tokens says: `n` a number, `#` an ordinal, `@` a time of day. */
const forms: Form[] = [
  [/^(?:n|#) WD$/, ([days = 0]) => workingDays(days)],
  [/^NEXT WD$/, () => workingDays(1)],
  [/^SAME(?: WD| D)?$/, () => workingDays(0)],
  [/^(?:(?:n|#) WD @|@ (?:n|#) WD)$/, ([days = 0], time) => workingDayAt(days, time)],
  [/^(?:NEXT WD @|@ NEXT WD)$/, (_, time) => workingDayAt(1, time)],
  [/^n WH$/, ([hours = 0]) => workingHours(hours)],
  [/^n WH n (?:WM|M)$/, ([hours = 0, minutes = 0]) => inWorkingMinutes(hours * 60 + minutes)],
  [/^n WM$/, ([minutes = 0]) => inWorkingMinutes(minutes)],
  ...hoursAndMinutes,
  [
    /^(?:n|n (?:D|W)|n D n H|# D|NEXT D|TOMORROW|(?:NEXT D|TOMORROW|# D|n D) @|@ (?:NEXT D|TOMORROW)|@)$/,
    () => 'ambiguous',
  ],
];
/** Where "round the clock" is said. */
const clockForms: Form[] = [
  ...hoursAndMinutes,
  [/^n D$/, ([days = 0]) => elapsed(days * 1440)],
  [/^n D n H$/, ([days = 0, hours = 0]) => elapsed(days * 1440 + hours * 60)],
  [/^n W$/, ([weeks = 0]) => elapsed(weeks * 10_080)],
];

const inWorkingMinutes = (minutes: number): Limit => ({ kind: 'workingHours', minutes });

function meaningOf(tokens: readonly LimitToken[]): Limit | 'ambiguous' | null {
  const said = tokens.filter(({ sign }) => sign !== 'RC');
  const shape = said.map(({ sign }) => sign).join(' ');
  const found = (said.length < tokens.length ? clockForms : forms).find(([form]) => form.test(shape));
  return found ? found[1](numbersOf(tokens), timeOf(tokens) ?? '') : null;
}

const numbersOf = (tokens: readonly LimitToken[]): number[] =>
  tokens.flatMap((token) => (token.sign === 'n' || token.sign === '#' ? [token.value] : []));
const timeOf = (tokens: readonly LimitToken[]): string | undefined =>
  tokens.flatMap((token) => (token.sign === '@' ? [token.time] : []))[0];

/** Limits with the numbers and times said, those of the unit said first. */
function suggestionsFor(tokens: readonly LimitToken[]): Limit[] {
  const [number] = numbersOf(tokens);
  const time = timeOf(tokens);
  if (time !== undefined) {
    const days = Math.max(1, Math.round(number ?? 1));
    return sound([workingDayAt(days, time), workingDayAt(days + 1, time)]);
  }
  if (tokens.some(({ sign }) => sign === 'TOMORROW' || sign === 'NEXT'))
    return [workingDays(1), workingDayAt(1, '10:00'), elapsed(1440)];
  if (number === undefined) return usual;
  const said = new Set(tokens.map(({ sign }) => sign));
  const whole = Math.round(number);
  const days = said.has('W') ? whole * 5 : whole;
  const inDays = [
    workingDays(days),
    workingDayAt(Math.max(1, days), '10:00'),
    elapsed((said.has('W') ? whole * 7 : days) * 1440),
  ];
  const inHours = [workingHours(number), elapsed(Math.round(number * 60))];
  const inMinutes = [elapsed(whole), inWorkingMinutes(whole)];
  if (said.has('D') || said.has('WD') || said.has('W'))
    return sound([...inDays, ...(number % 1 ? [workingHours(number * 8)] : [])]);
  if (said.has('M') || said.has('WM')) return sound(inMinutes);
  if (said.has('H') || said.has('WH')) return sound([...inHours, workingDays(whole)]);
  return sound([...inHours, ...inDays, ...(number >= 5 ? inMinutes : [])]);
}

function sound(limits: readonly Limit[]): Limit[] {
  const found = distinct(limits.filter((limit) => Limit.safeParse(limit).success));
  return found.length > 0 ? found : [workingDays(260), elapsed(527_040)];
}

function distinct(limits: readonly Limit[]): Limit[] {
  return [...new Map(limits.map((limit) => [JSON.stringify(limit), limit])).values()];
}
