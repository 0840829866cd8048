import type { Outcome } from './outcome.ts';
import type { Tally } from './tally.ts';

export interface Figures {
  outcome: Outcome;
  tally: Tally;
  accepted: number;
  /** By Step Functions' billing rule. */
  transitions: number;
  mailsTaken: number;
  minutes: number;
}

const listed = (counts: ReadonlyMap<string | number, number>): string => {
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  return sorted.length === 0 ? 'none' : sorted.map(([name, count]) => `${name} ${count}`).join(', ');
};
const sum = (counts: ReadonlyMap<unknown, number>) => [...counts.values()].reduce((total, count) => total + count, 0);

/** What the replay showed, a fact a line. */
export function figureLines({ outcome, tally, accepted, transitions, mailsTaken, minutes }: Figures): string[] {
  const each = (n: number) => (accepted === 0 ? '-' : (n / accepted).toFixed(1));
  const levels = new Map([...tally.raised].sort(([a], [b]) => a - b).map(([level, n]) => [`to level ${level + 1}`, n]));
  const rows: [string, string][] = [
    ['accepted', `${accepted}`],
    ['lost', `${outcome.lost.length}`],
    ['now', listed(outcome.byStatus)],
    ['timers wrong', `${outcome.mistimed.length}`],
    ['mails', `${sum(tally.mails)} (${each(sum(tally.mails))} each; ${mailsTaken} taken by the mail server)`],
    ['mails by reason', listed(tally.mails)],
    ['mails given up', `${tally.failed}`],
    ['escalations', listed(levels)],
    ['deadlines missed', listed(tally.missed)],
    ['decisions stored', `${tally.decisions} (${each(tally.decisions)} each)`],
    ['transitions', `${transitions} (${each(transitions)} each)`],
    ['wall time', `${minutes.toFixed(1)} min`],
  ];
  return rows.map(([name, value]) => `${name.padEnd(18)}${value}`);
}
