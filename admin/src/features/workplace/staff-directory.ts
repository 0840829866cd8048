import { type HttpError, useOne } from '@refinedev/core';
import { useMemo } from 'react';
import type { Absences, Directory, Organisation, Rosters } from '#domain/organisation';

const noAbsences: Absences = { absences: [] };
const noRosters: Rosters = { rosters: [] };

/** Who is who, on duty and away, as published; null while it is read, and where the reader may not. */
export function useStaffDirectory(): Directory | null {
  const organisation = useBody<Organisation>('organisation');
  const rosters = useBody<Rosters>('rosters');
  const absences = useBody<Absences>('absences');
  return useMemo(() => {
    if (!organisation.body || !rosters.settled || !absences.settled) return null;
    return {
      organisation: organisation.body,
      rosters: rosters.body ?? noRosters,
      absences: absences.body ?? noAbsences,
    };
  }, [organisation.body, rosters.body, rosters.settled, absences.body, absences.settled]);
}

/** A company need not have rosters or absences yet: not being there is an answer, too. */
function useBody<B>(kind: string): { body: B | undefined; settled: boolean } {
  const { query } = useOne<{ id: string; body: B }, HttpError>({
    resource: `documents/${kind}`,
    id: 'main',
    errorNotification: false,
  });
  return { body: query.data?.data.body, settled: query.isSuccess || query.error?.statusCode === 404 };
}
