/** Prints once what was just asked for is drawn. */
export const printSheets = (): void => {
  requestAnimationFrame(() => requestAnimationFrame(() => window.print()));
};
