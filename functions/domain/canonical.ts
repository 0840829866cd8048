/** Objects with their keys in order: a document read back may have them in another one. */
const inOrder = (_key: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** One text for equal JSON values, whatever the order of their keys; what is undefined counts as left out. */
export const canonical = (value: unknown): string => JSON.stringify(value, inOrder);
