/**
 * The part of Liquid that words of mails may use: variables, a few filters, `if`, `unless`, `case`. There are no loops, no
 * assignments and nothing that reads another file, so that what is accepted ends, in time and size, by what was typed.
 * Whatever passes here also renders.
 */
export interface LiquidProblem {
  code:
    | 'not_closed'
    | 'unknown_tag'
    | 'unknown_variable'
    | 'unknown_filter'
    | 'broken_tag'
    | 'block_not_ended'
    | 'nothing_to_end'
    | 'too_deep'
    | 'personal_in_subject';
  /** Where in the source, in UTF-16 units, and how much of it. */
  at: number;
  length: number;
  /** What stands there. */
  value: string;
}

/** What a variable is in the place that is checked; a `group` holds variables and is none, so that it shows nothing. */
export type Standing = 'known' | 'personal' | 'group' | 'unknown';

export const FILTERS = ['downcase', 'upcase', 'capitalize', 'strip', 'truncate', 'default'] as const;
const MOST_DEPTH = 8;
const KEYWORDS: ReadonlySet<string> = new Set(['and', 'or', 'contains', 'not', 'in', 'by', 'with']);
const LITERALS: ReadonlySet<string> = new Set(['true', 'false', 'nil', 'null', 'empty', 'blank']);
const OPERATORS: ReadonlySet<string> = new Set(['==', '!=', '<', '>', '<=', '>=', 'contains']);
const TOKEN =
  /\s*(?:(?<path>[a-zA-Z_]\w*(?:\.[a-zA-Z_]\w*)*)|(?<value>'[^'\\]*'|"[^"\\]*"|-?\d{1,9}(?:\.\d{1,6})?(?![\w.]))|(?<sign>==|!=|<=|>=|[<>|:,]))/y;

interface Token {
  kind: 'path' | 'value' | 'sign';
  text: string;
  at: number;
}

/** Null where something stands that is none of ours. */
function tokensOf(source: string, offset: number): Token[] | null {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (source.slice(TOKEN.lastIndex).trim() !== '') {
    const groups = TOKEN.exec(source)?.groups;
    if (!groups) return null;
    const [kind, text] = (['path', 'value', 'sign'] as const).flatMap((name) => {
      const found = groups[name];
      return found === undefined ? [] : [[name, found] as const];
    })[0] ?? ['sign' as const, ''];
    tokens.push({ kind, text, at: offset + TOKEN.lastIndex - text.length });
  }
  return tokens;
}

interface Mark {
  kind: 'output' | 'tag';
  /** Between the braces, without the dashes that trim. */
  inside: string;
  /** Of `inside`, and of the whole with its braces. */
  at: number;
  from: number;
  to: number;
}

function marksOf(source: string, add: (problem: LiquidProblem) => void): Mark[] {
  const marks: Mark[] = [];
  for (let from = source.search(/\{\{|\{%/); from >= 0; ) {
    const kind = source[from + 1] === '{' ? 'output' : 'tag';
    const close = source.indexOf(kind === 'output' ? '}}' : '%}', from + 2);
    const within = source.slice(from + 2, close < 0 ? undefined : close);
    if (close < 0 || /\{[{%]/.test(within)) {
      add({ code: 'not_closed', at: from, length: 2, value: source.slice(from, from + 20) });
      return marks;
    }
    const start = within.startsWith('-') ? 1 : 0;
    const end = within.length > start && within.endsWith('-') ? within.length - 1 : within.length;
    marks.push({ kind, inside: within.slice(start, end), at: from + 2 + start, from, to: close + 2 });
    const next = source.slice(close + 2).search(/\{\{|\{%/);
    from = next < 0 ? -1 : close + 2 + next;
  }
  return marks;
}

interface Block {
  name: 'if' | 'unless' | 'case';
  mark: Mark;
  elseSeen: boolean;
}

/**
 * All that is wrong with a source, in order. `standing` says what a variable is in this place; `output`: it would be
 * shown, not only asked about.
 */
export function checkLiquid(source: string, standing: (path: string) => Standing): LiquidProblem[] {
  const problems: LiquidProblem[] = [];
  const add = (problem: LiquidProblem) => problems.push(problem);
  const blocks: Block[] = [];
  for (const mark of marksOf(source, add)) {
    const whole = (code: LiquidProblem['code']) =>
      add({ code, at: mark.from, length: mark.to - mark.from, value: source.slice(mark.from, mark.to) });
    const tokens = tokensOf(mark.inside, mark.at);
    if (!tokens || tokens.length === 0) whole('broken_tag');
    else if (mark.kind === 'output') checkOutput(tokens, standing, add, whole);
    else checkTag(tokens, mark, blocks, standing, add, whole);
  }
  for (const { mark } of blocks)
    add({
      code: 'block_not_ended',
      at: mark.from,
      length: mark.to - mark.from,
      value: source.slice(mark.from, mark.to),
    });
  return problems;
}

type Whole = (code: LiquidProblem['code']) => void;
type Add = (problem: LiquidProblem) => void;
type Stand = (path: string) => Standing;

const isOperand = (token: Token | undefined): token is Token =>
  token !== undefined && (token.kind === 'value' || (token.kind === 'path' && !KEYWORDS.has(token.text)));

function checkVariable(token: Token, standing: Stand, add: Add, shown: boolean): void {
  if (token.kind !== 'path' || LITERALS.has(token.text)) return;
  const is = standing(token.text);
  const { at, text } = token;
  if (is === 'unknown' || (is === 'group' && shown))
    add({ code: 'unknown_variable', at, length: text.length, value: text });
  if (is === 'personal' && shown) add({ code: 'personal_in_subject', at, length: text.length, value: text });
}

function checkOutput(tokens: readonly Token[], standing: Stand, add: Add, whole: Whole): void {
  const [first, ...rest] = tokens;
  if (!isOperand(first)) return whole('broken_tag');
  checkVariable(first, standing, add, true);
  for (let i = 0; i < rest.length; ) {
    const name = rest[i + 1];
    if (rest[i]?.text !== '|' || name?.kind !== 'path') return whole('broken_tag');
    if (!FILTERS.some((filter) => filter === name.text))
      add({ code: 'unknown_filter', at: name.at, length: name.text.length, value: name.text });
    i += 2;
    const argument = rest[i]?.text === ':' ? rest[i + 1] : undefined;
    if (rest[i]?.text === ':') {
      if (!isOperand(argument)) return whole('broken_tag');
      checkVariable(argument, standing, add, true);
      i += 2;
    }
    const takes = name.text === 'truncate' ? /^\d+$/.test(argument?.text ?? '') : name.text === 'default';
    if (takes ? argument === undefined : argument !== undefined || name.text === 'truncate') return whole('broken_tag');
  }
}

/** operand (operator operand)? ((and | or) ...)* */
function checkQuestion(tokens: readonly Token[], standing: Stand, add: Add, whole: Whole): void {
  for (let i = 0; ; ) {
    const left = tokens[i];
    if (!isOperand(left)) return whole('broken_tag');
    checkVariable(left, standing, add, false);
    i += 1;
    if (OPERATORS.has(tokens[i]?.text ?? '') && tokens[i]?.kind !== 'value') {
      const right = tokens[i + 1];
      if (!isOperand(right)) return whole('broken_tag');
      checkVariable(right, standing, add, false);
      i += 2;
    }
    if (i === tokens.length) return;
    if (tokens[i]?.text !== 'and' && tokens[i]?.text !== 'or') return whole('broken_tag');
    i += 1;
  }
}

function checkTag(
  tokens: readonly Token[],
  mark: Mark,
  blocks: Block[],
  standing: Stand,
  add: Add,
  whole: Whole,
): void {
  const [name, ...rest] = tokens;
  const block = blocks.at(-1);
  switch (name?.text) {
    case 'if':
    case 'unless':
    case 'case':
      blocks.push({ name: name.text, mark, elseSeen: false });
      if (blocks.length > MOST_DEPTH) whole('too_deep');
      if (name.text !== 'case') return checkQuestion(rest, standing, add, whole);
      if (rest.length !== 1 || !isOperand(rest[0])) return whole('broken_tag');
      return checkVariable(rest[0], standing, add, false);
    case 'elsif':
      if (!block || block.name === 'case' || block.elseSeen) return whole('nothing_to_end');
      return checkQuestion(rest, standing, add, whole);
    case 'when': {
      if (block?.name !== 'case' || block.elseSeen) return whole('nothing_to_end');
      const fits = rest.every((token, i) =>
        i % 2 === 0 ? token.kind === 'value' : token.text === ',' || token.text === 'or',
      );
      return fits && rest.length % 2 === 1 ? undefined : whole('broken_tag');
    }
    case 'else':
      if (!block || block.elseSeen) return whole('nothing_to_end');
      block.elseSeen = true;
      return rest.length > 0 ? whole('broken_tag') : undefined;
    case 'endif':
    case 'endunless':
    case 'endcase':
      if (block?.name !== name.text.slice(3)) return whole('nothing_to_end');
      blocks.pop();
      return rest.length > 0 ? whole('broken_tag') : undefined;
    default:
      return whole('unknown_tag');
  }
}

/** Line and column for people, both from 1. */
export function placeOf(source: string, at: number): { line: number; column: number } {
  const before = source.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
