/** A half-filled form, kept for the tab's life so that a reload loses nothing. */
export interface Draft<T> {
  read(): Partial<T>;
  write(values: T): void;
  clear(): void;
}

export function createDraft<T extends object>(name: string, storage: Storage = sessionStorage): Draft<T> {
  const key = `steward.draft.${name}`;
  return {
    read() {
      try {
        const found: unknown = JSON.parse(storage.getItem(key) ?? '{}');
        return typeof found === 'object' && found !== null ? (found as Partial<T>) : {};
      } catch {
        return {};
      }
    },
    write: (values) => storage.setItem(key, JSON.stringify(values)),
    clear: () => storage.removeItem(key),
  };
}
