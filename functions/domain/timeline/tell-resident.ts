import type { Verdict } from '../item.ts';
import type { Language } from '../text.ts';
import type { Instant } from '../time.ts';
import type { Action } from '../workflow/action.ts';
import type { Entry } from '../workflow/entry.ts';

/** A step of the progress as its resident reads it. `told`: words of ours to them; `said`: their own. */
export interface Progress {
  title: string;
  told?: string | undefined;
  said?: string | undefined;
}
type When = (at: Instant) => string;
type Words = Record<Language, string>;
const w = (zh: string, en: string): Words => ({ 'zh-CN': zh, en });

export const verdictWords: Record<Verdict['verdict'], Words> = {
  solved: w('已解决', 'solved'),
  partly: w('部分解决', 'partly solved'),
  notSolved: w('未解决', 'not solved'),
};

/**
 * The little of the timeline that is a resident's to know, in plain words: what was done for them and what was written
 * to them. Null: not theirs - notes, reasons, names and whatever colleagues told each other.
 */
export function tellResidentOf(entry: Entry, language: Language, when: When): Progress | null {
  const plain = (words: Words): Progress => ({ title: words[language] });
  switch (entry.type) {
    case 'filed':
      return plain(w('我们已收到您的反映', 'We received your report'));
    case 'assigned':
      return entry.person === null ? null : plain(w('已交由责任人处理', 'Passed to the colleague in charge'));
    case 'raised':
      // That somebody complained of the same before is nobody else's business.
      if (entry.why === 'repeat') return null;
      return plain(w('已上报，由上级跟进', 'A superior is following it up'));
    case 'rerouted':
      return plain(w('已转交负责的部门', 'Passed to the department in charge'));
    case 'resumed':
      return plain(w('恢复处理', 'Work goes on'));
    case 'acted':
      return tellAction(entry.action, entry.by === 'resident', language, when);
    case 'nudged':
      return plain(w('您催办了一次', 'You asked when the answer comes'));
    case 'information':
      return { ...plain(w('您补充了信息', 'You added')), said: entry.text };
    case 'opinion':
      return judged(entry, language, true);
    case 'attached':
      return entry.by === 'resident' ? plain(w('您添加了照片', 'You added a photo')) : null;
    case 'ended':
      return plain(
        {
          closed: w('已结案', 'Closed'),
          invalid: w('已答复并结束', 'Answered and ended'),
          withdrawn: w('已撤回', 'Withdrawn'),
        }[entry.status as 'closed' | 'invalid' | 'withdrawn'] ?? w('已结束', 'Ended'),
      );
    default:
      return null;
  }
}

function tellAction(action: Action, byResident: boolean, language: Language, when: When): Progress | null {
  const plain = (words: Words, told?: string): Progress => ({ title: words[language], told });
  switch (action.name) {
    case 'accept':
      return plain(w('已核实', 'Checked and confirmed'));
    case 'acknowledge':
      return plain(w('责任人已开始跟进', 'The colleague in charge has taken it up'));
    case 'handOver':
    case 'notMine':
      return plain(w('已转交其他同事', 'Passed to another colleague'));
    case 'promise': {
      const at = when(action.input.at);
      return plain(w(`承诺在${spaced(at)} 前回复您`, `You will hear from us by ${at}`), action.input.told);
    }
    case 'reply':
      return plain(w('我们的答复', 'Our reply'), action.input.told);
    case 'reject':
      return plain(w('我们的核实结果', 'What we found'), action.input.told);
    case 'pause': {
      const until = when(action.input.until);
      return plain(w(`处理暂停，最迟到${spaced(until)}`, `Work is paused until ${until} at the latest`));
    }
    case 'resume':
      return plain(w('恢复处理', 'Work goes on'));
    case 'noAnswer':
      return plain(w('我们联系您时未能找到您', 'We tried to reach you and could not'));
    case 'resolve':
      return plain(w('处理完成', 'The work is done'), action.input.told);
    case 'verdict': {
      const { verdict, score, opinion } = action.input;
      return judged({ verdict, score: score ?? null, opinion: opinion || null }, language, byResident);
    }
    default:
      return null;
  }
}

function judged({ verdict, score, opinion }: Verdict, language: Language, byResident: boolean): Progress {
  const words = verdictWords[verdict][language];
  const stars = score === null ? '' : language === 'en' ? `, ${score} of 5` : `，满意度 ${score} / 5`;
  const title = {
    'zh-CN': `${byResident ? '您的评价' : '登记了您的评价'}：${words}`,
    en: `${byResident ? 'Your verdict' : 'Your verdict was noted'}: ${words}`,
  }[language];
  return { title: title + stars, said: opinion ?? undefined };
}

/** Chinese sets a space before a figure, none before a weekday. */
const spaced = (when: string): string => (/^\d/.test(when) ? ` ${when}` : when);
