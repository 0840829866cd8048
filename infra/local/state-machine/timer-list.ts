import type { Instant } from '#domain/time';
import type { Due } from './store.ts';

const compare = (a: Due, b: Due): number => a.due - b.due || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/** Timers in the order in which they fall due, in memory. */
export interface TimerList {
  add(timer: Due): void;
  remove(timer: Due): void;
  /** At most `limit` of those after `after`, not due after `until` (null: all). */
  after(after: Due | undefined, until: Instant | null, limit: number): Due[];
}

export const createTimerList = (timers: readonly Due[] = []): TimerList => {
  const sorted = [...timers].sort(compare);
  /** Place of the first one that is not before `timer`. */
  const placeOf = (timer: Due): number => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const found = sorted[middle];
      if (found && compare(found, timer) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const isAt = (place: number, timer: Due): boolean => {
    const found = sorted[place];
    return found !== undefined && compare(found, timer) === 0;
  };
  return {
    add({ name, due }) {
      const place = placeOf({ name, due });
      if (!isAt(place, { name, due })) sorted.splice(place, 0, { name, due });
    },
    remove(timer) {
      const place = placeOf(timer);
      if (isAt(place, timer)) sorted.splice(place, 1);
    },
    after(after, until, limit) {
      const place = after ? placeOf(after) : 0;
      const from = after && isAt(place, after) ? place + 1 : place;
      const some = sorted.slice(from, from + limit);
      return until === null ? some : some.filter(({ due }) => due <= until);
    },
  };
};
