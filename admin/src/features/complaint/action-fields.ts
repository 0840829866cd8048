import type { ActionName } from '#domain/workflow/action';
import type { Key } from '../../i18n/language.ts';

/** One field of an action's form; what it may be is decided by the action's schema, which the API applies. */
export interface ActionField {
  name: string;
  kind:
    | 'words'
    | 'promiseTime'
    | 'untilTime'
    | 'person'
    | 'department'
    | 'photos'
    | 'verdict'
    | 'score'
    | 'call'
    | 'reached'
    | 'held'
    | 'onTime'
    | 'lowReason'
    | 'category'
    | 'building'
    | 'unit'
    | 'asset'
    | 'gesture'
    | 'money';
  label: Key;
  required: boolean;
}

const words = (name: string, label: Key, required = true): ActionField => ({ name, kind: 'words', label, required });
const note = words('note', 'field.note', false);
const told = words('told', 'field.told');
const reason = words('reason', 'field.reason');
const photos: ActionField = { name: 'photos', kind: 'photos', label: 'field.photos', required: false };

/** Done in a form of their own on the item's page, so no button leads to one here. */
export const elsewhere: ReadonlySet<ActionName> = new Set<ActionName>(['check', 'scan']);

/** The forms, one a staff action, in the order a person thinks. */
export const actionFields: Record<ActionName, readonly ActionField[]> = {
  acknowledge: [note],
  promise: [{ name: 'at', kind: 'promiseTime', label: 'field.promiseAt', required: true }, told],
  reply: [told, { name: 'nextReplyAt', kind: 'promiseTime', label: 'field.nextReplyAt', required: false }],
  handOver: [{ name: 'to', kind: 'person', label: 'field.person', required: true }, note],
  notMine: [reason],
  bringIn: [
    { name: 'department', kind: 'department', label: 'field.department', required: true },
    words('note', 'field.bringInNote'),
  ],
  escalate: [reason],
  askSuperior: [words('question', 'field.question')],
  accept: [note],
  reject: [reason, told],
  pause: [reason, { name: 'until', kind: 'untilTime', label: 'field.until', required: true }],
  resume: [note],
  noAnswer: [note],
  resolve: [words('done', 'field.done'), told, photos],
  verdict: [
    { name: 'verdict', kind: 'verdict', label: 'field.verdict', required: true },
    { name: 'score', kind: 'score', label: 'field.score', required: false },
    words('opinion', 'field.opinion', false),
  ],
  withdraw: [reason],
  reopen: [reason],
  note: [words('text', 'field.text'), photos],
  called: [
    { name: 'call', kind: 'call', label: 'field.call', required: true },
    { name: 'reached', kind: 'reached', label: 'field.reached', required: true },
    note,
  ],
  correct: [
    { name: 'category', kind: 'category', label: 'field.category', required: false },
    { name: 'building', kind: 'building', label: 'field.building', required: false },
    { name: 'unit', kind: 'unit', label: 'field.unit', required: false },
    reason,
  ],
  check: [],
  // On the page of the walk only: the label is the proof.
  scan: [],
  complete: [words('done', 'field.done'), photos],
  visited: [
    { name: 'score', kind: 'score', label: 'field.score', required: true },
    { name: 'held', kind: 'held', label: 'field.held', required: false },
    { name: 'onTime', kind: 'onTime', label: 'field.onTime', required: false },
    words('remarks', 'field.remarks', false),
    { name: 'reason', kind: 'lowReason', label: 'field.lowReason', required: false },
  ],
  giveReason: [{ name: 'reason', kind: 'lowReason', label: 'field.lowReason', required: true }],
  openOrder: [{ name: 'asset', kind: 'asset', label: 'field.asset', required: false }, words('work', 'field.work')],
  recover: [
    { name: 'gesture', kind: 'gesture', label: 'field.gesture', required: false },
    { name: 'amount', kind: 'money', label: 'field.amount', required: false },
    words('words', 'field.recoverWords'),
  ],
  approve: [note],
  decline: [reason],
};
