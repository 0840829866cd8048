const NAME = 'steward.scroll';
/** Places of the history that are remembered; the eldest is forgotten first. */
const MOST = 100;

/** How far down each place of this tab's history was, by the key of its location. Survives a reload. */
export function createScrollMemory(storage: Pick<Storage, 'getItem' | 'setItem'>) {
  const places = new Map<string, number>(read(storage));
  return {
    get: (key: string): number => places.get(key) ?? 0,
    set(key: string, top: number): void {
      places.delete(key);
      places.set(key, top);
      const [eldest] = places.keys();
      if (places.size > MOST && eldest !== undefined) places.delete(eldest);
    },
    keep(): void {
      storage.setItem(NAME, JSON.stringify([...places]));
    },
  };
}

/** What another version of the panel or somebody's hand left there counts for nothing. */
function read(storage: Pick<Storage, 'getItem'>): [string, number][] {
  try {
    const found: unknown = JSON.parse(storage.getItem(NAME) ?? '[]');
    return (Array.isArray(found) ? found : []).filter(
      (one): one is [string, number] =>
        Array.isArray(one) && typeof one[0] === 'string' && typeof one[1] === 'number' && one[1] >= 0,
    );
  } catch {
    return [];
  }
}
