/**
 * What the words of a limit are made of: `n` a number, `#` an ordinal, `@` a time of day; WD, WH, WM working days, hours,
 * minutes; D, H, M, W days, hours, minutes, weeks of the wall clock or not said; RC "round the clock".
 */
export type LimitToken =
  | { sign: 'n' | '#'; value: number }
  | { sign: '@'; time: string }
  | { sign: 'WD' | 'WH' | 'WM' | 'D' | 'H' | 'M' | 'W' | 'RC' | 'NEXT' | 'SAME' | 'TOMORROW' };

type Sign = Exclude<LimitToken['sign'], 'n' | '#' | '@'>;

/** Longest text read: what people type has a few words. */
const MOST = 80;

/** `unread`: the first part that is no word of a limit; what came before and after it is in `tokens`. */
export function lexLimit(text: string): { tokens: LimitToken[]; unread: string } {
  const plain = text.slice(0, MOST).normalize('NFKC').toLowerCase();
  const tokens: LimitToken[] = [];
  let unread = '';
  for (let at = 0; at < plain.length; ) {
    const found = lexOne(plain, at);
    if (found) {
      if (found.token) tokens.push(found.token);
      at += found.length;
      continue;
    }
    const rest = plain.slice(at);
    const length = /^(?:[a-z]+|[^a-z\d\s]|\d+)/.exec(rest)?.[0].length ?? 1;
    if (unread === '') unread = rest.slice(0, length);
    at += length;
  }
  return { tokens, unread };
}

function lexOne(text: string, at: number): { token: LimitToken | null; length: number } | null {
  for (const [form, make] of lexemes) {
    form.lastIndex = at;
    const match = form.exec(text);
    if (match) return { token: make(match), length: match[0].length };
  }
  return null;
}

type Lexeme = [form: RegExp, make: (match: RegExpExecArray) => LimitToken | null];
const word = (form: string, sign: Sign): Lexeme => [new RegExp(form, 'y'), () => ({ sign })];

const DIGITS = '〇一二三四五六七八九';
const ENGLISH = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const HAN = '[一二两三四五六七八九十]{1,3}';

/** 十二 = 12, 二十 = 20, 两 = 2. */
function han(said: string): number {
  const digit = (one: string | undefined, absent: number) =>
    one === undefined || one === '' ? absent : one === '两' ? 2 : DIGITS.indexOf(one);
  if (!said.includes('十')) return [...said].reduce((sum, one) => sum * 10 + digit(one, 0), 0);
  const [tens, ones] = said.split('十');
  return digit(tens, 1) * 10 + digit(ones, 0);
}

const timeOf = (hours: number, minutes: number): LimitToken | null =>
  hours < 24 && minutes < 60
    ? { sign: '@', time: `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}` }
    : null;
/** 12 am is midnight, 下午 3 点 is 15:00. */
const halfDay = (hours: number, late: boolean): number => (late ? (hours % 12) + 12 : hours % 12);

const LATE = /下午|晚上|傍晚|pm|p\.m\./;
function clock({ 0: all, groups = {} }: RegExpExecArray): LimitToken | null {
  const hours = /^\d/.test(groups.h ?? '') ? Number(groups.h) : han(groups.h ?? '');
  const minutes = groups.half ? 30 : Number(groups.m ?? 0);
  const half = /上午|早上|下午|晚上|傍晚|am|pm|a\.m\.|p\.m\./.test(all);
  return timeOf(half && hours <= 12 ? halfDay(hours, LATE.test(all)) : hours, minutes);
}

const BEFORE = '(?:上午|早上|下午|晚上|傍晚)?';
const lexemes: Lexeme[] = [
  [/[\s,，。、()（）]+/y, () => null],
  // Times of day stand before numbers, which they begin with.
  [new RegExp(`${BEFORE}(?<h>[01]?\\d|2[0-3]):(?<m>[0-5]\\d)\\s*(?:am\\b|pm\\b|a\\.m\\.|p\\.m\\.)?`, 'y'), clock],
  [/(?<h>1[0-2]|[1-9])\s*(?:am\b|pm\b|a\.m\.|p\.m\.)/y, clock],
  [new RegExp(`${BEFORE}(?<h>[01]?\\d|2[0-3]|${HAN})点(?:整|(?<half>半)|(?<m>[0-5]\\d)分?)?(?!钟)`, 'y'), clock],
  [/noon\b|中午/y, () => timeOf(12, 0)],
  [/第\s*(\d{1,4})\s*个?/y, ([, n]) => ({ sign: '#', value: Number(n) })],
  [new RegExp(`第\\s*(${HAN})\\s*个?`, 'y'), ([, n = '']) => ({ sign: '#', value: han(n) })],
  [/(\d{1,4})(?:st|nd|rd|th)\b/y, ([, n]) => ({ sign: '#', value: Number(n) })],
  [
    new RegExp(`(?:${ORDINALS.slice(1).join('|')})\\b`, 'y'),
    ([said]) => ({ sign: '#', value: ORDINALS.indexOf(said) }),
  ],
  word(
    '24/7\\b|24\\s*小时不间断|(?:a?round|on)[ -]the[ -](?:wall[ -])?clock\\b|wall[ -]clock\\b|calendar(?= ?days?\\b)|elapsed\\b|全天候|全天计时|全天|不分昼夜|昼夜|自然(?=[日天])',
    'RC',
  ),
  [/\d{1,7}(?:\.\d{1,3})?/y, ([n]) => ({ sign: 'n', value: Number(n) })],
  word('下一?个?(?=\\s*(?:工作日|天|日))|次(?=\\s*(?:工作日|日))|next\\b|following\\b', 'NEXT'),
  word('(?:同一|当|本|同)个?(?=工作日)|当[日天]|今[日天]|same\\b|today\\b|eod\\b|end of (?:the )?day\\b', 'SAME'),
  word('明[天日]|tomorrow\\b', 'TOMORROW'),
  [/半(?=\s*个?\s*(?:工作|小时|钟头|天|日))|half(?: an?)?(?= )/y, () => ({ sign: 'n', value: 0.5 })],
  [new RegExp(HAN, 'y'), ([n]) => ({ sign: 'n', value: han(n) })],
  [new RegExp(`(?:${ENGLISH.join('|')})\\b`, 'y'), ([said]) => ({ sign: 'n', value: ENGLISH.indexOf(said) })],
  [/an?(?= (?:hour|working|business|day|week|minute))/y, () => ({ sign: 'n', value: 1 })],
  word('个?工作日|(?:working|business|work)[ -]?days?(?![a-z])|wds?(?![a-z])', 'WD'),
  word(
    '个?工作小时|个?小时(?:的)?工作时间|个?工时|(?:working|business|work)[ -]?(?:hours?|hrs?|h)(?![a-z])|whs?(?![a-z])',
    'WH',
  ),
  word(
    '个?工作分钟|分钟(?:的)?工作时间|(?:working|business|work)[ -]?(?:minutes?|mins?|m)(?![a-z])|wms?(?![a-z])',
    'WM',
  ),
  word('个?小时|个?钟头|hours?(?![a-z])|hrs?(?![a-z])|h(?![a-z])', 'H'),
  word('分钟|分|minutes?(?![a-z])|mins?(?![a-z])|m(?![a-z])|′', 'M'),
  word('个?(?:星期|周|礼拜)|weeks?(?![a-z])', 'W'),
  word('[天日]|days?(?![a-z])|d(?![a-z])', 'D'),
  // Words that a limit may be said with and that change nothing.
  [
    /(?:by|within|in|on|at|the|of|and|closing time|close|clos(?:ing|e) of business|before|for|a)\b|下班|之前|之内|以内|内|前|时|的|个|又|在|于|：/y,
    () => null,
  ],
];
