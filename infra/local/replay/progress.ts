/** A bar of `width` for `done` of `total`, redrawn in place on a terminal, a line a tenth elsewhere. */
export function createProgress(out: NodeJS.WriteStream, total: number, width = 30) {
  let shown = -1;
  return (done: number, words: string): void => {
    const share = total === 0 ? 1 : done / total;
    const percent = Math.floor(share * 100);
    const filled = Math.floor(share * width);
    const line = `[${'#'.repeat(filled)}${'.'.repeat(width - filled)}] ${percent} % ${words}`;
    if (out.isTTY) out.write(`\r${line}\u001b[K${done >= total ? '\n' : ''}`);
    else if (Math.floor(percent / 10) > Math.floor(shown / 10) || done >= total) out.write(`${line}\n`);
    shown = percent;
  };
}
