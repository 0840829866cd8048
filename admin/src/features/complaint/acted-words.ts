import type { Action } from '#domain/workflow/action';
import type { Telling } from './timeline-words.ts';

/** What a person did, in words: the sentence, and what they wrote. Exhaustive over the staff actions. */
export function actedWords(
  action: Action,
  by: string,
  { t, names, site, when }: Telling,
): { title: string; quotes: (string | undefined)[] } {
  const say = (title: string, ...quotes: (string | undefined)[]) => ({ title, quotes });
  const told = (words: string | undefined) => (words ? t('did.told', { words }) : undefined);
  switch (action.name) {
    case 'acknowledge':
      return say(t('did.acknowledge', { by }), action.input.note);
    case 'promise':
      return say(t('did.promise', { by, when: when(action.input.at) }), told(action.input.told));
    case 'reply': {
      const { nextReplyAt } = action.input;
      return say(
        t('did.reply', { by }),
        told(action.input.told),
        nextReplyAt ? t('did.nextReply', { when: when(nextReplyAt) }) : undefined,
      );
    }
    case 'handOver':
      return say(t('did.handOver', { by, to: names.person(action.input.to) }), action.input.note);
    case 'notMine':
      return say(t('did.notMine', { by }), action.input.reason);
    case 'bringIn':
      return say(
        t('did.bringIn', { by, department: names.department(site, action.input.department) }),
        action.input.note,
      );
    case 'escalate':
      return say(t('did.escalate', { by }), action.input.reason);
    case 'askSuperior':
      return say(t('did.askSuperior', { by }), action.input.question);
    case 'accept':
      return say(t('did.accept', { by }), action.input.note);
    case 'reject':
      return say(t('did.reject', { by }), action.input.reason, told(action.input.told));
    case 'pause':
      return say(t('did.pause', { by, when: when(action.input.until) }), action.input.reason);
    case 'resume':
      return say(t('did.resume', { by }), action.input.note);
    case 'noAnswer':
      return say(t('did.noAnswer', { by }), action.input.note);
    case 'resolve':
      return say(t('did.resolve', { by }), action.input.done, told(action.input.told));
    case 'verdict': {
      const { verdict, score, opinion } = action.input;
      return say(
        t('did.verdict', { by, verdict: t(`verdict.${verdict}`) }),
        score ? t('did.score', { score }) : undefined,
        opinion,
      );
    }
    case 'withdraw':
      return say(t('did.withdraw', { by }), action.input.reason);
    case 'reopen':
      return say(t('did.reopen', { by }), action.input.reason);
    case 'note':
      return say(t('did.note', { by }), action.input.text);
    case 'called':
      return say(t(action.input.reached ? 'did.calledReached' : 'did.calledMissed', { by }), action.input.note);
    case 'correct':
      return say(t('did.correct', { by }), action.input.reason);
    case 'approve':
      return say(t('did.approve', { by }), action.input.note);
    case 'decline':
      return say(t('did.decline', { by }), action.input.reason);
  }
}
