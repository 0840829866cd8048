import type { StaffMailView } from '#domain/mail/view';
import { builtInVisits } from '#domain/templates/built-in-visits';

/** What the mail is about, as a company words it. */
export function situationOf(view: StaffMailView): string {
  const situation = common(view);
  if (view.kind === 'workOrder') return `order-${ofOrder(view, situation)}`;
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

/** What is said of visits in words of their own; the rest as of complaints. */
const ofVisits: ReadonlySet<string> = new Set(builtInVisits.map(({ id }) => id));
function ofVisit({ because }: StaffMailView, situation: string): string {
  const own =
    situation === 'verify' || situation === 'notSatisfied' || situation === 'partly'
      ? 'asked'
      : situation === 'askVerdict'
        ? 'attend'
        : because.type === 'praise'
          ? 'praised'
          : situation === 'major'
            ? 'informed'
            : situation;
  return ofVisits.has(`visit-${own}`) ? `visit-${own}` : situation;
}

/** Orders have no residents to ask: what is asked first says why there is work. */
function ofOrder({ because, status, order }: StaffMailView, situation: string): string {
  if (because.type === 'patrol') return 'patrol';
  if (situation === 'askVerdict') return 'inspect';
  if (situation === 'major') return 'informed';
  if (situation !== 'asked' && situation !== 'verify') return situation;
  if (because.type === 'declined') return 'redo';
  if (because.type === 'returned') return 'returned';
  if (status === 'resolved') return 'inspect';
  if (order?.rework) return 'rework';
  if (order?.origin?.why === 'failedCheck') return 'corrective';
  const why = order?.origin?.why;
  return order?.reported || why === 'complaint' || why === 'report' ? 'reported' : 'asked';
}
