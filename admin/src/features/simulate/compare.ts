/** One thing that happens on a line, in words. */
export interface SaidLine {
  at: number;
  title: string;
  more: readonly string[];
}
export interface ComparedLine extends SaidLine {
  key: string;
  side: 'both' | 'draft' | 'current';
}

/** The same words at the same moment are the same; the n-th of equals is compared with the n-th. */
function keyed(lines: readonly SaidLine[]): (SaidLine & { key: string })[] {
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const words = JSON.stringify([line.at, line.title, line.more]);
    const n = (seen.get(words) ?? 0) + 1;
    seen.set(words, n);
    return { ...line, key: `${words} ${n}` };
  });
}

/** Two lines as one list in order of time; what both have stands once. */
export function compareLines(draft: readonly SaidLine[], current: readonly SaidLine[]): ComparedLine[] {
  const mine = keyed(draft);
  const theirs = keyed(current);
  const inDraft = new Set(mine.map(({ key }) => key));
  const inCurrent = new Set(theirs.map(({ key }) => key));
  const rows = [
    ...mine.map((line): ComparedLine => ({ ...line, side: inCurrent.has(line.key) ? 'both' : 'draft' })),
    ...theirs.filter(({ key }) => !inDraft.has(key)).map((line): ComparedLine => ({ ...line, side: 'current' })),
  ];
  return rows
    .map((row, n) => ({ row, n }))
    .sort((a, b) => a.row.at - b.row.at || a.n - b.n)
    .map(({ row }) => row);
}
