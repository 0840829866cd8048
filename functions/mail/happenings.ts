import type { Language } from '#domain/text';
import type { Instant } from '#domain/time';
import type { Names } from '#domain/timeline/said';
import { tell } from '#domain/timeline/tell';
import { whenWords } from '#domain/words';
import type { ItemKind } from '#domain/workflow/definition';
import type { Entry } from '#domain/workflow/entry';
import { oneLine } from './clean.ts';

const MARKS = {
  'zh-CN': { quoted: '：', stop: '。' },
  en: { quoted: ': ', stop: '. ' },
} as const satisfies Record<Language, unknown>;

/**
 * One timeline entry as safe plain sentences in one line, without its own time: what happened, the first of what was
 * written, what follows. Times in it are told as seen at the entry, in the site's zone.
 */
export function describeEntry(entry: Entry, names: Names, language: Language, zone: string, kind?: ItemKind): string {
  const { quoted, stop } = MARKS[language];
  const said = tell(entry, names, language, (at) => whenWords(at, entry.at, zone, language), kind);
  // What a mail server answered may hold an address.
  const quote = entry.type === 'bounced' ? undefined : said.quotes[0];
  const title = quote ? `${said.title}${quoted}“${oneLine(quote.text, 160)}”` : said.title;
  // Whom to reach about a report that joined is for the screen of those who may see it.
  const more = entry.type === 'joined' ? [] : said.more;
  const sentences = [title, ...more].map((sentence) => `${sentence}${stop}`).join('');
  // Somebody's sentence with a stop of its own needs no second one.
  return oneLine(sentences.replace(/([。.!！?？…]”)[。.]/g, '$1'), 400);
}

/** "Fri 09:12 · Zhang Li acknowledged." */
export function timelineLine(
  entry: Entry,
  names: Names,
  language: Language,
  zone: string,
  now: Instant,
  kind?: ItemKind,
): string {
  return `${whenWords(entry.at, now, zone, language)} · ${describeEntry(entry, names, language, zone, kind)}`;
}

/** Entries that tell a reader something new; mails sent, clicks and bookkeeping are left to the full timeline. */
export function worthTelling(entry: Entry): boolean {
  switch (entry.type) {
    // A photo alone goes with what was found before.
    case 'acted':
      return entry.found === undefined || entry.found.answered > 0;
    case 'filed':
    case 'assigned':
    case 'skipped':
    case 'raised':
    case 'missed':
    case 'kept':
    case 'resumed':
    case 'told':
    case 'callOverdue':
    case 'exhausted':
    case 'joined':
    case 'rerouted':
    case 'bounced':
    case 'ended':
    case 'asked':
    case 'substituted':
    case 'linked':
    case 'linkedOpened':
    case 'scanned':
    case 'pointsMissed':
    case 'walked':
    case 'linkedEnded':
    case 'visitReopened':
    case 'followedUp':
    case 'nudged':
    case 'information':
    case 'opinion':
      return true;
    case 'reminded':
    case 'refused':
    case 'status':
    case 'severity':
    case 'informed':
    case 'recomputed':
    case 'moved':
    case 'opened':
    case 'reopens':
    case 'stuck':
    case 'sent':
    case 'retried':
    case 'attached':
    case 'restarted':
    case 'unlinked':
      return false;
  }
}
