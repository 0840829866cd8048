import { type HttpError, useCustom } from '@refinedev/core';
import { useMemo } from 'react';
import { compileCalendar } from '#domain/calendar';
import { overrideId } from '#domain/document-id';
import type { Templates } from '#domain/templates/templates';
import type { WorkflowFacts } from '#domain/workflow/run';
import type { Bodies, Head, Kind, Version } from '../document/kinds.ts';
import { useWorkplace } from '../workplace/workplace.tsx';

export interface SimFacts extends WorkflowFacts {
  /** The site's published words of mails; null: the built-in ones. */
  templates: Templates | null;
}
export type Loaded =
  | { at: 'loading' }
  | { at: 'failed'; message: string; retry: () => void }
  | { at: 'ready'; facts: SimFacts };

const MINUTES_5 = 300_000;

function useBody<K extends Kind>(kind: K, id: string, enabled = true) {
  const { query } = useCustom<Version<K>, HttpError>({
    url: `/api/documents/${kind}/${id}`,
    method: 'get',
    errorNotification: false,
    queryOptions: { staleTime: MINUTES_5, retry: false, enabled },
  });
  return {
    body: (query.data?.data.body ?? null) as Bodies[K] | null,
    waiting: enabled && query.isPending,
    error: query.error,
    retry: () => void query.refetch(),
  };
}

/** What decisions about an item of the site are made with, as it is in force now. */
export function useSimFacts(site: string): Loaded {
  const { me, directory } = useWorkplace();
  const { query: heads } = useCustom<{ data: Head[] }, HttpError>({
    url: '/api/documents',
    method: 'get',
    errorNotification: false,
    queryOptions: { staleTime: MINUTES_5 },
  });
  const known = heads.data?.data.data ?? [];
  const there = (kind: Kind, id: string) => known.some((one) => one.kind === kind && one.id === id && !one.retired);
  const own = overrideId('main', site);
  const organisation = useBody('organisation', 'main');
  const rosters = useBody('rosters', 'main', there('rosters', 'main'));
  const absences = useBody('absences', 'main', there('absences', 'main'));
  const routing = useBody('routing', 'main');
  const ownRouting = useBody('routing', own, there('routing', own));
  const templates = useBody('templates', 'main', there('templates', 'main'));
  const ownTemplates = useBody('templates', own, there('templates', own));
  const all = [organisation, rosters, absences, routing, ownRouting, templates, ownTemplates];

  const calendarId = me.sites.find(({ id }) => id === site)?.calendar;
  const calendar = useMemo(() => {
    const found = directory.calendars.find(({ id }) => id === calendarId);
    return found ? compileCalendar(found.body, `${found.id}@${found.version}`) : null;
  }, [directory, calendarId]);
  const facts = useMemo<SimFacts | null>(() => {
    const rules = ownRouting.body ?? routing.body;
    if (!organisation.body || !rules || !calendar) return null;
    return {
      directory: {
        organisation: organisation.body,
        rosters: rosters.body ?? { rosters: [] },
        absences: absences.body ?? { absences: [] },
      },
      calendar,
      routing: rules,
      templates: ownTemplates.body ?? templates.body,
    };
  }, [
    organisation.body,
    rosters.body,
    absences.body,
    routing.body,
    ownRouting.body,
    templates.body,
    ownTemplates.body,
    calendar,
  ]);

  if (heads.error) return { at: 'failed', message: heads.error.message, retry: () => void heads.refetch() };
  const failed = all.find(({ error }) => error);
  if (failed?.error) return { at: 'failed', message: failed.error.message, retry: failed.retry };
  if (heads.isPending || all.some(({ waiting }) => waiting)) return { at: 'loading' };
  if (!facts) return { at: 'failed', message: '', retry: () => all.forEach(({ retry }) => void retry()) };
  return { at: 'ready', facts };
}
