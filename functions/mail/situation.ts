import type { StaffMailView } from '#domain/mail/view';
import { builtInOrders } from '#domain/templates/built-in-orders';
import { builtInVisits } from '#domain/templates/built-in-visits';

/** What the mail is about, as a company words it. */
export function situationOf(view: StaffMailView): string {
  const situation = common(view);
  if (view.kind === 'workOrder') return inOwnWords('order', ofOrder(view, situation), situation);
  return view.kind === 'visit' ? ofVisit(view, situation) : situation;
}

function common({ reason, status, because, due, major }: StaffMailView): string {
  if (status === 'nobodyActed' && (reason === 'asked' || reason === 'raised')) return 'nobodyActed';
  switch (reason) {
    case 'asked':
      if (because.type === 'reopened') return 'notSatisfied';
      if (because.type === 'partly') return 'partly';
      if (due?.for === 'answer') return 'askVerdict';
      return status === 'verifying' ? 'verify' : 'asked';
    case 'raised':
      return because.type === 'askedBy' ? 'decision' : 'raised';
    case 'informed':
      return major ? 'major' : 'informed';
    case 'information':
      return because.type === 'opinion' ? 'opinion' : 'information';
    default:
      return reason;
  }
}

/** What is said of orders and visits in words of their own; the rest as of complaints. */
const own: ReadonlySet<string> = new Set([...builtInOrders, ...builtInVisits].map(({ id }) => id));
const inOwnWords = (kind: 'order' | 'visit', situation: string, plain: string): string =>
  own.has(`${kind}-${situation}`) ? `${kind}-${situation}` : plain;

function ofVisit({ because }: StaffMailView, situation: string): string {
  const said =
    situation === 'verify' || situation === 'notSatisfied' || situation === 'partly'
      ? 'asked'
      : situation === 'askVerdict'
        ? 'attend'
        : because.type === 'praise'
          ? 'praised'
          : situation === 'major'
            ? 'informed'
            : situation;
  return inOwnWords('visit', said, situation);
}

/** Orders have no residents to ask: what is asked first says why there is work. */
function ofOrder({ because, status, order }: StaffMailView, situation: string): string {
  if (because.type === 'patrol') return 'patrol';
  if (situation === 'askVerdict') return 'inspect';
  if (situation === 'major') return 'informed';
  if (situation === 'notSatisfied' || situation === 'partly') return 'reopened';
  if (situation !== 'asked' && situation !== 'verify') return situation;
  if (because.type === 'declined') return 'redo';
  if (because.type === 'returned') return 'returned';
  if (status === 'resolved') return 'inspect';
  if (order?.rework) return 'rework';
  if (order?.origin?.why === 'failedCheck') return 'corrective';
  const why = order?.origin?.why;
  return order?.reported || why === 'complaint' || why === 'report' ? 'reported' : 'asked';
}
