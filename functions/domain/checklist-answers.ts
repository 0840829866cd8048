import { z } from 'zod';
import type { Value } from './condition.ts';
import type { PersonId } from './item.ts';
import type { Checklist, ChecklistItem, ChecklistSection } from './maintenance.ts';
import { Slug } from './organisation.ts';
import type { Text } from './text.ts';
import type { Instant } from './time.ts';

export const checkVerdicts = ['pass', 'flag', 'fail'] as const;
export type CheckVerdict = (typeof checkVerdicts)[number];

/** Of a check the verdict, of a reading its number, of a count how many of how many, of a choice the option's id. */
export type CheckValue = string | number | { count: number; total: number };
/** One point as it was found. */
export interface CheckAnswer {
  value: CheckValue;
  note: string | null;
  photos: string[];
  /** Who gave the value or note that stands, and when. */
  by: PersonId;
  at: Instant;
  /** As judged when it was given: see `judge`. */
  failed: boolean;
}
/** By `answerKey`. */
export type CheckAnswers = Readonly<Record<string, CheckAnswer>>;

const Typed = z.union([z.string().max(1000), z.number()]);
/**
 * What is sent of one point; numbers may come as people type them. Left out: stays as it is. `value` null takes the answer
 * back, note and photos with it; `photos` are added to those there are.
 */
export const SentCheck = z.object({
  item: Slug,
  value: z.union([Typed, z.object({ count: Typed, total: Typed.nullish() })]).nullish(),
  note: z.string().trim().max(500).nullish(),
  photos: z.array(z.string().max(130)).max(10).optional(),
});
export type SentCheck = z.infer<typeof SentCheck>;

/** Of one point at all: with so many photos no more are taken. */
export const MOST_CHECK_PHOTOS = 10;
const MOST_TEXT = 1000;

/** `asset` null: the list is filled in once, for no asset of its own. */
export const answerKey = (asset: string | null, section: string, item: string): string =>
  `${asset ?? '-'}/${section}/${item}`;

/** How a value stands against its point; null: there is nothing to judge. Out of range and short of the total are fails. */
export function judge(item: ChecklistItem, value: CheckValue): CheckVerdict | null {
  switch (item.type) {
    case 'check':
      return checkVerdicts.find((one) => one === value) ?? null;
    case 'reading': {
      if (typeof value !== 'number' || (item.min === null && item.max === null)) return null;
      return (item.min === null || value >= item.min) && (item.max === null || value <= item.max) ? 'pass' : 'fail';
    }
    case 'count':
      return typeof value === 'object' ? (value.count < value.total ? 'fail' : 'pass') : null;
    case 'choice':
    case 'text':
      return null;
  }
}

export type CheckProblemCode =
  | 'answer_needed'
  | 'answer_number'
  | 'answer_whole'
  | 'answer_least'
  | 'answer_most'
  | 'answer_choice'
  | 'answer_too_long'
  | 'answer_unknown'
  | 'too_many_photos';
export interface CheckProblem {
  item: string;
  /** Which of its fields. */
  field: 'value' | 'total' | 'photos';
  code: CheckProblemCode;
  value?: string | Text;
}

interface Saving {
  asset: string | null;
  before: CheckAnswers;
  by: PersonId;
  at: Instant;
}
export interface ReadSection {
  /** By key; null: taken back. Only what is another than before: the same once more changes nothing. */
  changed: Record<string, CheckAnswer | null>;
  /** What these name is not in `changed`. */
  problems: CheckProblem[];
}

/** What was sent of a section, each point judged by itself: one that cannot be taken keeps none of the others. Total. */
export function readSection(
  section: ChecklistSection,
  sent: readonly SentCheck[],
  { asset, before, by, at }: Saving,
): ReadSection {
  const result: ReadSection = { changed: {}, problems: [] };
  for (const one of sent) {
    const item = section.items.find(({ id }) => id === one.item);
    if (!item) {
      result.problems.push({ item: one.item, field: 'value', code: 'answer_unknown' });
      continue;
    }
    const key = answerKey(asset, section.id, item.id);
    const old = Object.hasOwn(before, key) ? before[key] : undefined;
    if (one.value === null) {
      if (old) result.changed[key] = null;
      continue;
    }
    const read = one.value === undefined ? old?.value : readValue(item, one.value);
    const problem = problemOf(read, one, old);
    if (problem) result.problems.push({ item: item.id, ...problem });
    else if (read !== undefined && !isProblem(read)) {
      const answer = merged(item, read, one, old, { by, at });
      if (answer !== old) result.changed[key] = answer;
    }
  }
  return result;
}

type Unread = Omit<CheckProblem, 'item'>;
type Read = CheckValue | Unread;
const isProblem = (read: Read): read is Unread => typeof read === 'object' && 'code' in read;
const refused = (code: CheckProblemCode, value?: string, field: Unread['field'] = 'value'): Unread => ({
  field,
  code,
  ...(value !== undefined && { value }),
});

function problemOf(read: Read | undefined, sent: SentCheck, old: CheckAnswer | undefined): Unread | null {
  if (read === undefined) return sent.note || sent.photos?.length ? refused('answer_needed') : null;
  if (isProblem(read)) return read;
  const photos = new Set([...(old?.photos ?? []), ...(sent.photos ?? [])]);
  return photos.size > MOST_CHECK_PHOTOS ? refused('too_many_photos', undefined, 'photos') : null;
}

/** The answer there was, when nothing about it is another. */
function merged(
  item: ChecklistItem,
  value: CheckValue,
  sent: SentCheck,
  old: CheckAnswer | undefined,
  { by, at }: Pick<Saving, 'by' | 'at'>,
): CheckAnswer {
  const note = sent.note === undefined ? (old?.note ?? null) : sent.note || null;
  const photos = [...new Set([...(old?.photos ?? []), ...(sent.photos ?? [])])];
  const same = old !== undefined && isSame(old.value, value) && old.note === note;
  if (same && photos.length === old.photos.length) return old;
  if (same) return { ...old, photos };
  return { value, note, photos, by, at, failed: judge(item, value) === 'fail' };
}

const isSame = (a: CheckValue, b: CheckValue): boolean =>
  typeof a === 'object' && typeof b === 'object' ? a.count === b.count && a.total === b.total : a === b;

function readValue(item: ChecklistItem, raw: NonNullable<SentCheck['value']>): Read {
  if (typeof raw === 'object') return item.type === 'count' ? readCount(item.total, raw) : refused('answer_choice');
  if (item.type === 'count') return readCount(item.total, { count: raw });
  const text = String(raw).trim();
  if (text === '') return refused('answer_needed');
  switch (item.type) {
    case 'check':
      return checkVerdicts.find((one) => one === text) ?? refused('answer_choice');
    case 'choice':
      return item.options.find(({ id }) => id === text)?.id ?? refused('answer_choice');
    case 'text':
      return text.length > MOST_TEXT ? refused('answer_too_long', String(MOST_TEXT)) : text;
    case 'reading':
      return readNumber(text) ?? refused('answer_number');
  }
}

/** As typed: full-width digits, a comma between thousands. */
function readNumber(text: string): number | null {
  const typed = text
    .normalize('NFKC')
    .trim()
    .replace(/[−﹣]/g, '-')
    .replace(/,(?=\d{3}\b)/g, '');
  return /^[-+]?\d{1,12}(\.\d{1,6})?$/.test(typed) ? Number(typed) : null;
}

function readCount(
  fixed: number | null,
  { count: rawCount, total: rawTotal }: { count: string | number; total?: string | number | null | undefined },
): Read {
  const count = readNumber(String(rawCount));
  const total = fixed ?? (String(rawTotal ?? '').trim() === '' ? undefined : readNumber(String(rawTotal)));
  if (String(rawCount).trim() === '') return refused('answer_needed');
  if (count === null) return refused('answer_number');
  if (total === undefined) return refused('answer_needed', undefined, 'total');
  if (total === null) return refused('answer_number', undefined, 'total');
  if (!Number.isInteger(count) || count < 0) return refused('answer_whole');
  if (!Number.isInteger(total)) return refused('answer_whole', undefined, 'total');
  if (total < 1) return refused('answer_least', '1', 'total');
  return count > total ? refused('answer_most', String(total)) : { count, total };
}

/** One thing to look at, at one asset. */
export interface CheckPoint {
  key: string;
  asset: string | null;
  section: ChecklistSection;
  item: ChecklistItem;
}

/** Every point there is to answer, in the order of the walk: the list for each asset, once where there are none. */
export const pointsOf = (checklist: Checklist | null, assets: readonly { id: string }[]): CheckPoint[] =>
  (assets.length > 0 ? assets.map(({ id }) => id) : [null]).flatMap((asset) =>
    (checklist?.sections ?? []).flatMap((section) =>
      section.items.map((item) => ({ key: answerKey(asset, section.id, item.id), asset, section, item })),
    ),
  );

/** Of one facility. */
export const pointCount = ({ sections }: Pick<Checklist, 'sections'>): number =>
  sections.reduce((sum, { items }) => sum + items.length, 0);

const answerAt = (answers: CheckAnswers, { key }: CheckPoint): CheckAnswer | undefined =>
  Object.hasOwn(answers, key) ? answers[key] : undefined;

/** What a point still needs before the work is complete; null: nothing. A photo that is required goes with an answer. */
export function missingAt(point: CheckPoint, answers: CheckAnswers): 'answer' | 'photo' | null {
  const answer = answerAt(answers, point);
  if (!answer) return point.item.required ? 'answer' : null;
  return point.item.photo === 'required' && answer.photos.length === 0 ? 'photo' : null;
}

export const missingPoints = (points: readonly CheckPoint[], answers: CheckAnswers): CheckPoint[] =>
  points.filter((point) => missingAt(point, answers) !== null);

/** How a point was found; null: not answered, or nothing to judge. */
export const verdictAt = (point: CheckPoint, answers: CheckAnswers): CheckVerdict | null => {
  const answer = answerAt(answers, point);
  return answer ? judge(point.item, answer.value) : null;
};

export const failedPoints = (points: readonly CheckPoint[], answers: CheckAnswers): CheckPoint[] =>
  points.filter((point) => verdictAt(point, answers) === 'fail');

export interface CheckCounts {
  /** That have to be answered, or were: an optional one that was left out is none. */
  points: number;
  answered: number;
  /** Points that must still be answered, or need their photo. */
  missing: number;
  flagged: number;
  failed: number;
}
export function checkCounts(points: readonly CheckPoint[], answers: CheckAnswers): CheckCounts {
  const counts: CheckCounts = { points: 0, answered: 0, missing: 0, flagged: 0, failed: 0 };
  for (const point of points) {
    const verdict = verdictAt(point, answers);
    const answered = answerAt(answers, point) !== undefined;
    if (answered || point.item.required) counts.points += 1;
    if (answered) counts.answered += 1;
    if (missingAt(point, answers) !== null) counts.missing += 1;
    if (verdict === 'flag') counts.flagged += 1;
    if (verdict === 'fail') counts.failed += 1;
  }
  return counts;
}

const RANK: Record<CheckVerdict, number> = { pass: 0, flag: 1, fail: 2 };

/**
 * What a condition reads as `answers.<section>.<item>`: the verdict of a check, the number of a reading, how many were
 * counted, the option, the text. Of several assets the one that was found worst speaks; undefined: nobody answered it.
 */
export function checkValue(points: readonly CheckPoint[], answers: CheckAnswers, name: string): Value | undefined {
  let worst: { rank: number; value: Value } | undefined;
  for (const point of points) {
    if (`${point.section.id}.${point.item.id}` !== name) continue;
    const answer = answerAt(answers, point);
    if (!answer) continue;
    const rank = RANK[judge(point.item, answer.value) ?? 'pass'];
    if (worst && worst.rank >= rank) continue;
    worst = { rank, value: typeof answer.value === 'object' ? answer.value.count : answer.value };
  }
  return worst?.value;
}
