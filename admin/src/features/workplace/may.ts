import type { Operation } from '#domain/permission';
import { useWorkplace } from './workplace.tsx';

/** Whether the signed-in person is offered an operation anywhere; the API decides again at every request. */
export function useMay(operation: Operation): boolean {
  return useWorkplace().me.may.includes(operation);
}
