import type { Route } from './route.ts';
import { RecoveryPage, RecoveryQuery } from './schemas/recovery.ts';

/** Service recovery (服务补救). */
export const recoveryRoutes = {
  listRecoveries: {
    method: 'GET',
    path: '/api/recoveries',
    summary: 'What was given on the spot to put things right in a month, newest first, with its sums by person',
    query: RecoveryQuery,
    response: RecoveryPage,
  },
} as const satisfies Record<string, Route>;
