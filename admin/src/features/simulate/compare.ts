/** One thing that happens on a line, in words. */
export interface SaidLine {
  at: number;
  title: string;
  more: readonly string[];
}
/** One moment on both sides: the same object where both have it, null where one has nothing. */
export interface ComparedLine {
  key: string;
  at: number;
  draft: SaidLine | null;
  current: SaidLine | null;
}

export const isShared = ({ draft, current }: ComparedLine): boolean => draft === current;

/** Two lines, each in order of time, beside each other: what they have in common stands in one row. */
export function compareLines(draft: readonly SaidLine[], current: readonly SaidLine[]): ComparedLine[] {
  const common = commonLengths(draft, current);
  const rows: ComparedLine[] = [];
  const push = (at: number, mine: SaidLine | null, theirs: SaidLine | null) =>
    rows.push({ key: `${rows.length}`, at, draft: mine, current: theirs });
  const onlyMine: SaidLine[] = [];
  const onlyTheirs: SaidLine[] = [];
  /** What only one side has, until the next thing in common: in order of time, what is of one instant side by side. */
  const flush = () => {
    while (onlyMine.length > 0 || onlyTheirs.length > 0) {
      const at = Math.min(onlyMine[0]?.at ?? Number.POSITIVE_INFINITY, onlyTheirs[0]?.at ?? Number.POSITIVE_INFINITY);
      const mine = onlyMine[0]?.at === at ? onlyMine.shift() : undefined;
      const theirs = onlyTheirs[0]?.at === at ? onlyTheirs.shift() : undefined;
      push(at, mine ?? null, theirs ?? null);
    }
  };
  for (let i = 0, j = 0; i < draft.length || j < current.length; ) {
    const mine = draft[i];
    const theirs = current[j];
    if (mine && theirs && isSame(mine, theirs)) {
      flush();
      push(mine.at, mine, mine);
      i += 1;
      j += 1;
    } else if (mine && (!theirs || lengthAt(common, i + 1, j) >= lengthAt(common, i, j + 1))) {
      onlyMine.push(mine);
      i += 1;
    } else if (theirs) {
      onlyTheirs.push(theirs);
      j += 1;
    }
  }
  flush();
  return rows;
}

const isSame = (a: SaidLine, b: SaidLine): boolean =>
  a.at === b.at && a.title === b.title && a.more.join('\n') === b.more.join('\n');

const lengthAt = (table: readonly (readonly number[])[], i: number, j: number): number => table[i]?.[j] ?? 0;

/** How much the rests of both from i and j on have in common, in order. */
function commonLengths(a: readonly SaidLine[], b: readonly SaidLine[]): number[][] {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const [row, mine, theirs] = [table[i], a[i], b[j]];
      if (row && mine && theirs)
        row[j] = isSame(mine, theirs)
          ? lengthAt(table, i + 1, j + 1) + 1
          : Math.max(lengthAt(table, i + 1, j), lengthAt(table, i, j + 1));
    }
  return table;
}
