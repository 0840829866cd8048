import type { PersonId } from '../item.ts';
import { localTime } from '../time.ts';
import type { Line } from './relive.ts';

/** What a workflow made of many histories. */
export interface Figures {
  items: number;
  /** By the level they rose to, from 1: how often. */
  raised: number[];
  /** Deadlines of the resident's that passed; promises are counted apart. */
  missed: { reply: number; resolve: number };
  promises: { kept: number; broken: number };
  /** Mails to staff, by person. */
  mails: Record<PersonId, number>;
  residentMails: number;
  /** Mails to staff by the hour of the day at their site. */
  byHour: number[];
  nobodyActed: number;
  open: number;
  /** Items in which somebody would have had to act differently. */
  unfit: number;
}

export const noFigures = (): Figures => ({
  items: 0,
  raised: [],
  missed: { reply: 0, resolve: 0 },
  promises: { kept: 0, broken: 0 },
  mails: {},
  residentMails: 0,
  byHour: new Array<number>(24).fill(0),
  nobodyActed: 0,
  open: 0,
  unfit: 0,
});

/** Counts one line in. `zone`: of its site. */
export function count(figures: Figures, { item, entries, mails, unfit }: Line, zone: string): void {
  figures.items += 1;
  if (item.endedAt === null) figures.open += 1;
  if (unfit.length > 0) figures.unfit += 1;
  let nobody = false;
  for (const entry of entries) {
    if (entry.type === 'raised') figures.raised[entry.to] = (figures.raised[entry.to] ?? 0) + 1;
    else if (entry.type === 'missed' && !entry.promised) figures.missed[entry.clock] += 1;
    else if (entry.type === 'status' && entry.to === 'nobodyActed') nobody = true;
  }
  if (nobody) figures.nobodyActed += 1;
  figures.promises.kept += item.promises.kept;
  figures.promises.broken += item.promises.broken;
  for (const { at, mail } of mails) {
    if (mail.type === 'mailResident') {
      figures.residentMails += 1;
      continue;
    }
    figures.mails[mail.to] = (figures.mails[mail.to] ?? 0) + 1;
    const hour = Number(localTime(at, zone).slice(0, 2));
    figures.byHour[hour] = (figures.byHour[hour] ?? 0) + 1;
  }
}

/** Both together; order does not matter. */
export function sum(a: Figures, b: Figures): Figures {
  const add = (one: readonly number[], other: readonly number[]) =>
    Array.from({ length: Math.max(one.length, other.length) }, (_, index) => (one[index] ?? 0) + (other[index] ?? 0));
  const mails = { ...a.mails };
  for (const [person, n] of Object.entries(b.mails)) mails[person] = (mails[person] ?? 0) + n;
  return {
    items: a.items + b.items,
    raised: add(a.raised, b.raised),
    missed: { reply: a.missed.reply + b.missed.reply, resolve: a.missed.resolve + b.missed.resolve },
    promises: { kept: a.promises.kept + b.promises.kept, broken: a.promises.broken + b.promises.broken },
    mails,
    residentMails: a.residentMails + b.residentMails,
    byHour: add(a.byHour, b.byHour),
    nobodyActed: a.nobodyActed + b.nobodyActed,
    open: a.open + b.open,
    unfit: a.unfit + b.unfit,
  };
}

export const mailsOf = ({ mails }: Figures): number => Object.values(mails).reduce((all, n) => all + n, 0);
export const raisedOf = ({ raised }: Figures): number => raised.reduce((all, n) => all + (n ?? 0), 0);
