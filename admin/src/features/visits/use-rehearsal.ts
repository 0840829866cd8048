import { type HttpError, useDataProvider } from '@refinedev/core';
import { useEffect, useRef, useState } from 'react';
import type { Candidate } from '#domain/visit/candidate';
import type { PlannedVisit } from '#domain/visit/plan-visits';
import { rehearseVisits } from '#domain/visit/rehearse-visits';
import type { Visits } from '#domain/visit-rules';
import type { PreviewCandidate, VisitPreview } from '#http/schemas/visit';
import type { SimFacts } from '../simulate/use-sim-facts.ts';

export interface Rehearsed {
  of: PreviewCandidate;
  planned: PlannedVisit;
}
export type Rehearsal =
  | { at: 'idle' }
  | { at: 'reading'; looked: number }
  | { at: 'failed'; message: string }
  | { at: 'done'; looked: number; homes: number; rows: Rehearsed[] };

/** Reads the month page after page and plans it with the code that plans visits; nothing is stored. */
export function useRehearsal(): { rehearsal: Rehearsal; run: (site: string, body: Visits, facts: SimFacts) => void } {
  const provider = useDataProvider()();
  const [rehearsal, setRehearsal] = useState<Rehearsal>({ at: 'idle' });
  /** Another run, or leaving the page, ends the one before. */
  const turn = useRef(0);
  useEffect(
    () => () => {
      turn.current += 1;
    },
    [],
  );
  const run = async (site: string, body: Visits, facts: SimFacts) => {
    const { custom } = provider;
    if (!custom) return;
    turn.current += 1;
    const mine = turn.current;
    const found: PreviewCandidate[] = [];
    let looked = 0;
    let cursor: string | null = null;
    setRehearsal({ at: 'reading', looked });
    try {
      do {
        const payload: object = { site, body, ...(cursor && { cursor }) };
        const { data } = await custom<VisitPreview & { id?: string }>({
          ...{ url: '/api/visits/preview', method: 'post', payload },
        });
        if (turn.current !== mine) return;
        found.push(...data.candidates);
        looked += data.looked;
        cursor = data.next;
        setRehearsal({ at: 'reading', looked });
      } while (cursor !== null);
      const homes = found.filter(({ item }) => item === null).length;
      setRehearsal({ at: 'done', looked, homes, rows: rehearsed(site, body, found, facts) });
    } catch (error) {
      if (turn.current === mine) setRehearsal({ at: 'failed', message: (error as HttpError).message });
    }
  };
  return { rehearsal, run: (...what) => void run(...what) };
}

/** Those planned by the rules of `body`, in the order they came up. */
export function rehearsed(
  site: string,
  body: Visits,
  found: readonly PreviewCandidate[],
  facts: Pick<SimFacts, 'directory' | 'calendar'>,
): Rehearsed[] {
  const of = new Map<Candidate, PreviewCandidate>();
  for (const one of found) {
    const rule = body.rules.find(({ id }) => id === one.rule);
    if (rule) of.set({ ...one, rule, site, at: Date.parse(one.at) }, one);
  }
  const asked = new Map(
    found.map(({ household, asked: before }) => [
      household,
      before.map(({ at, of: item }) => ({ at: Date.parse(at), of: item })),
    ]),
  );
  return rehearseVisits(body, [...of.keys()], asked, facts).flatMap((planned) => {
    const shown = of.get(planned.candidate);
    return shown ? [{ of: shown, planned }] : [];
  });
}
