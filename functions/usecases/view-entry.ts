import { withoutContacts } from '#domain/contacts';
import type { Entry } from '#domain/workflow/entry';
import type { TimelineRow } from '#http/schemas/complaint';
import { wireInstant } from '#http/schemas/wire';

type Data = Record<string, unknown>;

const iso = (value: unknown): unknown => (typeof value === 'number' ? wireInstant(value) : value);

const withIso = (data: Data, ...keys: string[]): Data =>
  Object.fromEntries(Object.entries(data).map(([key, value]) => [key, keys.includes(key) ? iso(value) : value]));

/** Instants of a happening as ISO words; `from` and `to` are instants in some and levels or statuses in others. */
function happeningData(entry: Entry): Data {
  const { seq: _seq, at: _at, by: _by, step: _step, level: _level, type: _type, ...data } = entry;
  switch (entry.type) {
    case 'filed':
      // What it was filed as is for the back-test: it is on the item itself.
      return { ...(entry.kind && { kind: entry.kind }), ...(entry.answers && { answers: entry.answers }) };
    case 'asked':
      return withIso(data, 'due');
    case 'missed':
    case 'kept':
      return withIso(data, 'deadline');
    case 'recomputed':
      return { moved: entry.moved.map((moved) => withIso({ ...moved }, 'from', 'to')) };
    case 'moved':
      return entry.due ? { ...data, due: withIso({ ...entry.due }, 'from', 'to') } : data;
    case 'acted':
      return {
        ...data,
        action: { ...entry.action, input: withIso({ ...entry.action.input }, 'at', 'nextReplyAt', 'until') },
      };
    default:
      return data;
  }
}

/** Who sent a report that joined. */
const withoutReporter = ({ reporter: _reporter, ...data }: Data): Data => data;

/** Words people wrote; ids, codes and instants stay as they are. */
const freeText = new Set([
  'note',
  'told',
  'reason',
  'question',
  'text',
  'done',
  'opinion',
  'description',
  'why',
  'title',
  // What an answer to a form shows, in either language.
  'zh-CN',
  'en',
]);

function withoutContactsIn(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return freeText.has(key) ? withoutContacts(value) : value;
  if (Array.isArray(value)) return value.map((entry) => withoutContactsIn(entry, key));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withoutContactsIn(inner, name)]));
}

/** A timeline row on the wire; `contacts` false: free text loses phone numbers and e-mail addresses. */
export function entryView(entry: Entry, contacts: boolean): TimelineRow {
  const { seq, at, by, step, level, type } = entry;
  const data = happeningData(entry);
  const shown = contacts ? data : (withoutContactsIn(entry.type === 'joined' ? withoutReporter(data) : data) as Data);
  return { seq, at: wireInstant(at), by, step, level, type, data: shown };
}
