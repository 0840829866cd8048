import type { HouseholdMember } from '../household.ts';
import type { Item, Reporter } from '../item.ts';
import type { CareFlag } from './flag.ts';

/** What tells one resident from all others. */
export type Identity = Pick<HouseholdMember, 'name' | 'phone' | 'email'>;

/** In place of what was erased. */
const GONE = '•••';
const digitsOf = (text: string | null): string => (text ?? '').replace(/\D/g, '').replace(/^86(?=1\d{10}$)/, '');
const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Takes a resident's name, number (however it is grouped) and address out of free text. */
export function redactor({ name, phone, email }: Identity): (text: string) => string {
  const digits = digitsOf(phone);
  const patterns = [
    ...(email ? [new RegExp(literal(email), 'gi')] : []),
    ...(digits.length >= 5 ? [new RegExp([...digits].join('[\\s()-]*'), 'g')] : []),
    ...(name.length >= 2 ? [new RegExp(literal(name), 'gi')] : []),
  ];
  return (text) => patterns.reduce((rest, pattern) => rest.replace(pattern, GONE), text);
}

/** Fields that name things of ours: ids, kinds, places. Nobody's words stand in them. */
const structural: ReadonlySet<string> = new Set(
  [
    'id company site building unit household category department workflow templates forms maintenance checklist asset',
    'assets responsible type kind status severity step owner by to person people effect template item number calendar',
    'asked involved wereAsked photos channel language action limit limits takenBy report incident',
  ].flatMap((names) => names.split(' ')),
);

/** Every text in a value rewritten, but for those of ours. */
export function rewritten<T>(value: T, change: (text: string) => string): T {
  const walk = (one: unknown, key: string | null): unknown => {
    if (typeof one === 'string') return key !== null && structural.has(key) && !/\s/.test(one) ? one : change(one);
    if (Array.isArray(one)) return one.map((each) => walk(each, key));
    if (typeof one === 'object' && one !== null)
      return Object.fromEntries(Object.entries(one).map(([name, each]) => [name, walk(each, name)]));
    return one;
  };
  return walk(value, null) as T;
}

/** Where what a resident said of a visit stands, in their own words. */
const spoken: ReadonlySet<string> = new Set(['remarks', 'said']);

/** A timeline without what was said in visits and written on their questionnaires. */
export function withoutWords<T>(value: T): T {
  const walk = (one: unknown, key: string | null): unknown => {
    if (typeof one === 'string') return key !== null && spoken.has(key) ? GONE : one;
    if (Array.isArray(one)) return one.map((each) => walk(each, key));
    if (typeof one !== 'object' || one === null) return one;
    const { answers, ...rest } = one as Record<string, unknown>;
    const kept = isVisited(rest.action) || answers === undefined ? rest : { ...rest, answers };
    return Object.fromEntries(Object.entries(kept).map(([name, each]) => [name, walk(each, name)]));
  };
  return walk(value, null) as T;
}
const isVisited = (action: unknown): boolean =>
  typeof action === 'object' && action !== null && 'name' in action && action.name === 'visited';

/** A flag of somebody else, or of all, that no longer names the resident. */
export const flagWithout = (flag: CareFlag, who: Identity): CareFlag => {
  const change = redactor(who);
  const { consent } = flag;
  return {
    ...flag,
    note: change(flag.note),
    consent: consent.state === 'given' ? { ...consent, by: change(consent.by) } : consent,
  };
};

/** Whether somebody who reported is this resident. */
export const isSame = (who: Identity, reporter: Pick<Reporter, 'name' | 'phone' | 'email'>): boolean =>
  reporter.name === who.name ||
  (digitsOf(who.phone).length >= 5 && digitsOf(reporter.phone) === digitsOf(who.phone)) ||
  (who.email !== null && reporter.email?.toLowerCase() === who.email.toLowerCase());

/** An ended item without the resident: who reported it is nobody any more, and what was said no longer names them. */
export function withoutResident(item: Item, who: Identity): Item {
  const { reporter } = item.intake;
  const nobody = { name: null, phone: null, email: null };
  const bare = { ...item, ...rewritten({ ...item, joined: [] }, redactor(who)) };
  return {
    ...bare,
    intake: {
      ...bare.intake,
      reporter: isSame(who, reporter) ? { ...reporter, ...nobody, preferredTime: null } : bare.intake.reporter,
    },
    joined: item.joined.map((one) => {
      const same = isSame(who, { ...one, phone: null });
      return same ? { ...rewritten(one, redactor(who)), name: null, email: null } : rewritten(one, redactor(who));
    }),
    ...(isSame(who, reporter) && visitWithoutWords(bare)),
    version: item.version + 1,
  };
}

/** Scores stay, as figures do; words go. */
const visitWithoutWords = ({ visit, verdict, fields }: Item): Partial<Item> =>
  visit?.answers
    ? {
        visit: { ...visit, answers: { ...visit.answers, remarks: null } },
        verdict: verdict && { ...verdict, opinion: null },
        fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => typeof value !== 'string')),
      }
    : {};
