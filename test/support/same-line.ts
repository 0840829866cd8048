import { readInput } from '#domain/backtest/recorded';
import type { Line } from '#domain/backtest/relive';
import type { Entry } from '#domain/workflow/entry';

/** Written beside decisions: by dispatch, by photos, by incidents, by visits. */
const beside = new Set([
  'followedUp',
  'sent',
  'bounced',
  'retried',
  'attached',
  'linkedOpened',
  'linked',
  'unlinked',
  'restarted',
]);
/** What people wrote, and who they are: a history has none of it. */
const personal = ['told', 'text', 'opinion', 'description', 'channel', 'reporter', 'number', 'as', 'answers'];

/** What was decided, without what people wrote: comparable between a timeline and a line lived again. */
export const decided = (entries: readonly Entry[]): unknown[] =>
  entries
    .filter((entry) => !beside.has(entry.type) && !(entry.type === 'joined' && entry.report === undefined))
    .map((entry) => {
      const kept = Object.fromEntries(Object.entries(entry).filter(([key]) => !personal.includes(key)));
      return entry.type === 'acted' ? { ...kept, action: [entry.action.name, readInput(entry.action)] } : kept;
    });

/** Mails of a line as the timeline notes those sent. */
export const posted = ({ mails }: Line): string[] =>
  mails.map(({ mail }) =>
    mail.type === 'mail'
      ? `${mail.id} ${mail.to} ${mail.reason} ${mail.template}`
      : `${mail.id} resident resident ${mail.template}`,
  );
