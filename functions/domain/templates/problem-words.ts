import type { Language } from '../text.ts';
import type { LiquidProblem } from './liquid.ts';

const w = (zh: string, en: string): Record<Language, string> => ({ 'zh-CN': zh, en });

const words: Record<LiquidProblem['code'], Record<Language, string>> = {
  not_closed: w(
    '“{value}”没有写完：缺少结尾的 }} 或 %}。',
    '"{value}" is not finished: its closing }} or %} is missing.',
  ),
  unknown_tag: w(
    '不能使用“{value}”。可用的只有 if、unless、case。',
    '"{value}" cannot be used. There are if, unless and case.',
  ),
  unknown_variable: w('没有“{value}”这个变量。', 'There is no variable "{value}".'),
  unknown_filter: w('没有“{value}”这个过滤器。', 'There is no filter "{value}".'),
  broken_tag: w('“{value}”写法有误。', '"{value}" is not written correctly.'),
  block_not_ended: w(
    '“{value}”没有结束，例如缺少 endif。',
    '"{value}" is never ended: an endif, for example, is missing.',
  ),
  nothing_to_end: w('“{value}”前面没有与之对应的开头。', 'Nothing before it belongs to "{value}".'),
  too_deep: w('条件嵌套过深。', 'The conditions are nested too deep.'),
  personal_in_subject: w(
    '“{value}”是个人信息，不能放在主题里：主题会显示在锁屏和通知中。',
    '"{value}" is personal and cannot stand in a subject: subjects show on locked screens.',
  ),
};

export const isLiquidCode = (code: string): code is LiquidProblem['code'] => Object.hasOwn(words, code);

/** One sentence, with the place where it is known: `line` and `column` count from 1. */
export function liquidWords(
  code: LiquidProblem['code'],
  { value, line, column }: { value?: unknown; line?: unknown; column?: unknown },
  language: Language,
): string {
  const said = words[code][language].replace('{value}', String(value ?? ''));
  if (line === undefined) return said;
  return language === 'en' ? `Line ${line}, column ${column}: ${said}` : `第 ${line} 行第 ${column} 列：${said}`;
}
