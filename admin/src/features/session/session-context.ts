import { createContext, use } from 'react';
import type { Session } from '../../providers/session.ts';

/** What is known before anybody signed in. `local`: the system runs on one machine and its clock can be moved. */
export const SessionContext = createContext<{ session: Session; local: boolean } | null>(null);

export function useSession(): { session: Session; local: boolean } {
  const context = use(SessionContext);
  if (context === null) throw new Error('useSession is called outside SessionContext');
  return context;
}
