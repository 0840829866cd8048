/** One line of the table. */
export interface Figure {
  what: string;
  value: string;
  /** How it was measured. */
  how: string;
}
/** Tells what is being done, on stderr. */
export type Say = (words: string) => void;
export type Measure = (say: Say) => Promise<Figure[]>;

export const whole = (n: number): string => Math.round(n).toLocaleString('en');
export const tenths = (n: number): string => n.toFixed(1);
export const kilobytes = (bytes: number): string => `${whole(bytes / 1024)} KB`;

/** The value below which `share` (0 to 1) of all lie; NaN of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** `| what | value | how |` */
export function markdownTable(figures: readonly Figure[]): string {
  const cell = (text: string) => text.replaceAll('|', '\\|');
  return [
    '| Measure | Value | How |',
    '|---|---:|---|',
    ...figures.map(({ what, value, how }) => `| ${cell(what)} | ${cell(value)} | ${cell(how)} |`),
  ].join('\n');
}
