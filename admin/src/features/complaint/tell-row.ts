import type { Language } from '#domain/text';
import type { Quote } from '#domain/timeline/said';
import { quoteWords, tell, viaLinkWords } from '#domain/timeline/tell';
import type { ItemKind } from '#domain/workflow/definition';
import type { Entry } from '#domain/workflow/entry';
import type { TimelineRow } from '#http/schemas/complaint';
import type { Names } from '../workplace/names.ts';

/** The reader's language, names for ids, times as the site says them. */
export interface Reader {
  language: Language;
  names: Names;
  site: string;
  /** @default complaint */
  kind?: ItemKind;
  when: (instant: string | number) => string;
}
/** `lines`: what was written and what follows from it, each on a line of its own. The tone decides the mark at the side, nothing else. */
interface Told {
  title: string;
  lines: { words: string; quoted: boolean }[];
  tone: Tone;
}
type Tone = 'act' | 'climb' | 'mail' | 'clock' | 'end' | 'quiet';

/** One row of the timeline in the words of the domain. On the wire instants are words; `when` takes both. */
export function tellRow(row: TimelineRow, { language, names, site, when, kind }: Reader): Told {
  const entry = { ...row, at: Date.parse(row.at), ...row.data, type: row.type } as unknown as Entry;
  const known = {
    person: names.person,
    category: names.category,
    department: (id: string) => names.department(site, id),
  };
  const { title, quotes, more } = tell(entry, known, language, when, kind);
  const via = entry.type === 'acted' && entry.via === 'link' ? [viaLinkWords(language)] : [];
  const quoted = (quote: Quote) => ({ words: quoteWords(quote, language), quoted: true });
  return {
    title,
    lines: [...quotes.map(quoted), ...[...more, ...via].map((words) => ({ words, quoted: false }))],
    tone: toneOf(entry),
  };
}

function toneOf(entry: Entry): Tone {
  switch (entry.type) {
    case 'skipped':
    case 'raised':
    case 'missed':
    case 'callOverdue':
    case 'nudged':
    case 'exhausted':
    case 'stuck':
    case 'bounced':
      return 'climb';
    case 'reminded':
    case 'told':
    case 'informed':
    case 'sent':
      return 'mail';
    case 'resumed':
    case 'recomputed':
    case 'moved':
      return 'clock';
    case 'ended':
      return 'end';
    case 'asked':
      if (entry.people.length === 0) return 'quiet';
      return entry.again ? 'climb' : 'act';
    case 'filed':
    case 'assigned':
    case 'substituted':
    case 'kept':
    case 'acted':
    case 'severity':
    case 'opened':
    case 'linkedOpened':
    case 'linkedEnded':
    case 'followedUp':
    case 'reopens':
    case 'information':
    case 'opinion':
    case 'joined':
    case 'attached':
    case 'rerouted':
    case 'linked':
    case 'unlinked':
      return 'act';
    default:
      return 'quiet';
  }
}
