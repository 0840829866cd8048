import type { Instant } from '#domain/time';
import type { Entry } from '#domain/workflow/entry';

/** "11-23 15:30 raised 0→1 expired". */
export function storyLine(entry: Entry, local: (at: Instant) => string): string {
  const start = `${local(entry.at)} ${entry.type}`;
  switch (entry.type) {
    case 'asked':
      return `${start} ${entry.people.join(', ')}${entry.due === null ? '' : ` until ${local(entry.due)}`}`;
    case 'raised':
      return `${start} ${entry.from}→${entry.to} ${entry.why}${entry.clock ? ` ${entry.clock}` : ''}`;
    case 'skipped':
      return `${start} ${entry.skippedLevel} ${entry.why}`;
    case 'missed':
      return `${start} ${entry.promised ? 'promise' : entry.clock} of ${local(entry.deadline)}`;
    case 'kept':
      return `${start} ${local(entry.deadline)}`;
    case 'acted':
      return `${start} ${entry.by} ${entry.action.name}`;
    case 'assigned':
      return `${start} ${entry.person}`;
    case 'told':
      return `${start} ${entry.template} by ${entry.via}`;
    case 'substituted':
      return `${start} ${entry.absent} by ${entry.deputy}`;
    case 'status':
      return `${start} ${entry.to}`;
    case 'ended':
      return `${start} ${entry.status}`;
    case 'reminded':
      return `${start} ${entry.people.join(', ')}`;
    case 'informed':
      return `${start} ${entry.people.join(', ')}`;
    case 'bounced':
      return `${start} ${entry.to}`;
    case 'recomputed':
      return `${start} ${entry.moved.map(({ what, from, to }) => `${what} ${local(from)}→${local(to)}`).join(', ')}`;
    default:
      return start;
  }
}
