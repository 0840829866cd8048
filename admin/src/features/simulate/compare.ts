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

/** Two lines as one list in order of time; what both have stands once, what differs where it would have stood. */
export function compareLines(draft: readonly SaidLine[], current: readonly SaidLine[]): ComparedLine[] {
  const mine = keyed(draft);
  const theirs = keyed(current);
  const inDraft = new Set(mine.map(({ key }) => key));
  const inCurrent = new Set(theirs.map(({ key }) => key));
  const rows: ComparedLine[] = [];
  let n = 0;
  /** What only the version in force does, up to the line given. */
  const catchUp = (until: (line: (typeof theirs)[number]) => boolean) => {
    for (let line = theirs[n]; line !== undefined && !until(line); line = theirs[n]) {
      if (!inDraft.has(line.key)) rows.push({ ...line, side: 'current' });
      n += 1;
    }
  };
  for (const line of mine) {
    const shared = inCurrent.has(line.key);
    catchUp(({ at, key }) => at > line.at || (at === line.at && (!shared || key === line.key)));
    rows.push({ ...line, side: shared ? 'both' : 'draft' });
  }
  catchUp(() => false);
  return rows;
}
