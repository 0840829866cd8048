import type { Status } from './workflow/definition.ts';

/** What the deadline is for; 'answer': the resident's verdict is to be asked for. */
export type DueFor = 'acknowledge' | 'verify' | 'reply' | 'promise' | 'resolve' | 'answer' | 'call';
/** While an item is being verified, answering for it means to verify it. */
export const dueKind = (due: { for: DueFor }, status: Status): DueFor =>
  status === 'verifying' && due.for === 'acknowledge' ? 'verify' : due.for;
