import { type Inexpressible, toRrule } from '../recurrence/rrule.ts';
import type { CompiledPlan } from './compiled-plan.ts';

/** Why a plan cannot be said in RFC 5545. */
export type InexpressiblePlan = Inexpressible | 'floating' | 'meter' | 'absorbed';

/**
 * The lines of a plan for another calendar: `DTSTART`, `RRULE` and, for what was dragged, `EXDATE` and `RDATE`; or why
 * there are none. What `fromRrule` reads of it is the plan's rule.
 */
export function planRrule({ plan, compiled, dragged, absorbers }: CompiledPlan): string[] | InexpressiblePlan {
  if (plan.meter !== null) return 'meter';
  if (plan.mode === 'floating') return 'floating';
  if (absorbers.length > 0) return 'absorbed';
  const lines = toRrule(plan.recurrence, compiled.zone);
  if (typeof lines === 'string') return lines;
  if (dragged.size === 0) return [lines.dtstart, lines.rrule];
  const local = (date: string) => `${basicDate(date)}T${plan.recurrence.time.replace(':', '')}00`;
  const list = (name: string, dates: string[]) =>
    `${name};TZID=${compiled.zone}:${dates.toSorted().map(local).join(',')}`;
  return [
    lines.dtstart,
    lines.rrule,
    list('EXDATE', [...dragged.keys()]),
    list(
      'RDATE',
      [...dragged.values()].map(({ occurrence }) => occurrence.date),
    ),
  ];
}

const basicDate = (date: string): string => date.replaceAll('-', '');
