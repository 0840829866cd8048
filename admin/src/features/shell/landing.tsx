import { Navigate } from 'react-router';
import { useMay } from '../workplace/may.ts';

/** Where one begins: who answers for a site at its numbers, who is only asked to act at what waits for them. */
export function Landing() {
  return <Navigate to={useMay('item.list') ? '/home' : '/work'} replace />;
}
