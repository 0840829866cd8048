import type { Language } from '#domain/text';
import { severityLabel, statusLabel } from '#domain/words';
import type { Happening } from '#domain/workflow/entry';
import type { TimelineRow } from '#http/schemas/complaint';
import type { Words } from '../../i18n/language.ts';
import type { Names } from '../workplace/names.ts';
import { actedWords } from './acted-words.ts';

/** What the words are made with: the reader's language, names for ids, times as the site says them. */
export interface Telling {
  t: Words;
  language: Language;
  names: Names;
  site: string;
  when: (instant: string | number) => string;
}
/** `quotes`: what somebody wrote, each on a line of its own. The tone decides the mark at the side, nothing else. */
export interface Told {
  title: string;
  quotes: string[];
  tone: 'act' | 'climb' | 'mail' | 'clock' | 'end' | 'quiet';
}

/** One line of the timeline in words. A type this panel does not know yet (a newer server) is told as such, not hidden. */
export function timelineWords(row: TimelineRow, telling: Telling): Told {
  return describe({ ...row.data, type: row.type } as Happening, row, telling);
}

function describe(happening: Happening, row: TimelineRow, telling: Telling): Told {
  const { t, language, names, site, when } = telling;
  const who = (id: string) => someone(id, telling);
  const people = (ids: readonly string[]) => ids.map(who).join(language === 'en' ? ', ' : '、');
  const tell = (tone: Told['tone'], title: string, ...quotes: (string | null | undefined)[]): Told => ({
    tone,
    title,
    quotes: quotes.flatMap((quote) => quote || []),
  });
  switch (happening.type) {
    case 'filed':
      return tell('act', t('tl.filed', { by: who(row.by) }));
    case 'assigned':
      return tell(
        'act',
        happening.person ? t('tl.assigned', { person: who(happening.person) }) : t('tl.assignedNobody'),
      );
    case 'asked': {
      const values = { people: people(happening.people), due: happening.due ? when(happening.due) : '' };
      if (happening.people.length === 0) return tell('quiet', t('tl.askedNobody'));
      if (happening.again) return tell('climb', t(happening.due ? 'tl.askedAgainBy' : 'tl.askedAgain', values));
      return tell('act', t(happening.due ? 'tl.askedBy' : 'tl.asked', values));
    }
    case 'substituted':
      return tell('act', t('tl.substituted', { absent: who(happening.absent), deputy: who(happening.deputy) }));
    case 'skipped':
      return tell('climb', t(`tl.skipped.${happening.why}`, { level: happening.skippedLevel + 1 }));
    case 'raised':
      return tell('climb', t('tl.raised', { level: happening.to + 1, why: raisedBecause(happening, t) }));
    case 'reminded':
      return tell('mail', t('tl.reminded', { people: people(happening.people), left: happening.left }));
    case 'missed':
      return tell(
        'climb',
        t(happening.promised ? 'tl.missedPromise' : `tl.missed.${happening.clock}`, { when: when(happening.deadline) }),
      );
    case 'kept':
      return tell('act', t('tl.kept', { when: when(happening.deadline) }));
    case 'acted': {
      const { title, quotes } = actedWords(happening.action, who(row.by), telling);
      const owner =
        happening.owner && happening.owner !== row.by ? t('tl.ownerNow', { person: who(happening.owner) }) : null;
      return tell('act', title, ...quotes, owner);
    }
    case 'refused':
      return tell('quiet', t('tl.refused', { by: who(row.by), why: t(`refused.${happening.why}`) }));
    case 'resumed':
      return tell('clock', t('tl.resumed'));
    case 'status':
      return tell(
        'quiet',
        t('tl.status', { from: statusLabel(happening.from, language), to: statusLabel(happening.to, language) }),
      );
    case 'severity':
      return tell(
        'act',
        t('tl.severity', { from: severityLabel(happening.from, language), to: severityLabel(happening.to, language) }),
      );
    case 'told':
      // The words themselves stand with the action that said them.
      return tell('mail', t(`tl.told.${happening.via}`, { notice: t(`notice.${noticeOf(happening.template)}`) }));
    case 'callOverdue':
      return tell('climb', t('tl.callOverdue'));
    case 'informed':
      return tell('mail', t('tl.informed', { people: people(happening.people) }));
    case 'exhausted':
      return tell('climb', t('tl.exhausted'));
    case 'recomputed':
      return tell(
        'clock',
        t('tl.recomputed'),
        ...happening.moved.map(({ what, from, to }) =>
          t('tl.moved', { what: t(`clockName.${what}`), from: when(from), to: when(to) }),
        ),
      );
    case 'opened':
      return tell('act', t('tl.opened'));
    case 'stuck':
      return tell('climb', t('tl.stuck'), happening.why);
    case 'ended':
      return tell('end', t('tl.ended', { status: statusLabel(happening.status, language) }));
    case 'sent': {
      const { reason, template } = happening;
      const about = reason === 'resident' ? t(`notice.${noticeOf(template)}`) : t(`mail.${reason}`);
      return tell('mail', t('tl.sent', { to: inside(who(happening.to), happening.to), reason: about }));
    }
    case 'bounced':
      return tell('climb', t('tl.bounced', { to: inside(who(happening.to), happening.to) }), happening.why);
    case 'clicked':
      return tell('quiet', t('tl.clicked', { person: who(happening.person) }));
    case 'joined':
      return tell(
        'act',
        t('tl.joined', { channel: t(`channel.${channelOf(happening.channel)}`) }),
        happening.description,
      );
    case 'attached':
      return tell('act', t('tl.attached', { by: who(row.by), count: happening.photos.length }));
    case 'rerouted':
      return tell(
        'act',
        t('tl.rerouted', {
          category: names.category(happening.category),
          department: names.department(site, happening.department),
          severity: severityLabel(happening.severity, language),
        }),
      );
    case 'restarted':
      return tell('quiet', t('tl.restarted'));
    default:
      happening satisfies never;
      return tell('quiet', t('tl.unknown', { type: row.type }));
  }
}

/** Complete by type: a channel added to the domain must get its words. */
const CHANNELS = { desk: 'desk', phone: 'phone', message: 'message', web: 'web', staff: 'staff' } as const;
export type Channel = keyof typeof CHANNELS;
/** An unheard-of channel counts as told at the desk. */
export const channelOf = (channel: string): Channel => (channel in CHANNELS ? (channel as Channel) : 'desk');

/** Notices that the shipped workflow sends; a manager's own one is told as news. */
const NOTICES = {
  received: true,
  promised: true,
  replied: true,
  resolved: true,
  invalid: true,
  closedSilent: true,
  reopened: true,
  withdrawn: true,
  pausedNotice: true,
  closed: true,
} as const;
const noticeOf = (template: string): keyof typeof NOTICES | 'other' =>
  template in NOTICES ? (template as keyof typeof NOTICES) : 'other';

/** A person by name; the engine and the resident by what they are. */
function someone(id: string, { t, names }: Pick<Telling, 't' | 'names'>): string {
  if (id === 'system') return t('who.system');
  if (id === 'resident') return t('who.resident');
  return names.person(id);
}

/** "The resident" begins a sentence; within one it is "the resident". */
const inside = (name: string, id: string): string =>
  id === 'resident' ? name.charAt(0).toLowerCase() + name.slice(1) : name;

function raisedBecause({ why, clock }: Extract<Happening, { type: 'raised' }>, t: Words): string {
  if (why === 'missed' && clock) return t(`raised.missed.${clock}`);
  return t(`raised.${why}`);
}
