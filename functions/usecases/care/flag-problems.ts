import { type CareFlag, NOTHING } from '#domain/care/flag';
import type { CareKind, CareRules } from '#domain/care/rules';
import type { Household } from '#domain/household';
import { addDays } from '#domain/time';
import type { NewCareFlag } from '#http/schemas/care';
import { type Issue, problem } from '../errors.ts';

/** Nothing is kept longer than this without somebody asking whether it is still right. */
const LONGEST_REVIEW = 3 * 366;

/**
 * What is wrong with a flag beyond its form. A kind out of use and a member who has left may stay where they stood.
 * `today`: the site's date.
 */
export function flagIssues(
  wanted: NewCareFlag,
  before: CareFlag | null,
  { members }: Household,
  { kinds }: CareRules,
  today: string,
): Issue[] {
  const kind = kinds.find(({ id, active }) => id === wanted.kind && (active || id === before?.kind));
  const latest = addDays(today, LONGEST_REVIEW);
  const { member, from, to, reviewBy, consent } = wanted;
  return [
    ...(kind ? kindIssues(wanted, kind) : [problem(['kind'], 'care_kind_gone')]),
    ...(member === null || member === before?.member || members.some(({ name }) => name === member)
      ? []
      : [problem(['member'], 'unknown_member')]),
    ...(to === null || from <= to ? [] : [problem(['to'], 'ends_before_it_starts')]),
    ...(to === null || today <= to ? [] : [problem(['to'], 'in_the_past')]),
    ...(today <= reviewBy ? [] : [problem(['reviewBy'], 'in_the_past')]),
    ...(reviewBy <= latest ? [] : [problem(['reviewBy'], 'review_too_late', { value: latest })]),
    ...(consent.on <= today ? [] : [problem(['consent', 'on'], 'not_yet')]),
  ];
}

const kindIssues = ({ sensitivity, day }: NewCareFlag, kind: CareKind): Issue[] => [
  ...(kind.sensitivity === 'sensitive' && sensitivity === 'normal'
    ? [problem(['sensitivity'], 'must_be_sensitive')]
    : []),
  ...(kind.yearly && day === null ? [problem(['day'], 'day_needed')] : []),
  ...(!kind.yearly && day !== null ? [problem(['day'], 'no_day')] : []),
];

export const isEnded = ({ consent, kind }: CareFlag): boolean => consent.state !== 'given' || kind === NOTHING;
