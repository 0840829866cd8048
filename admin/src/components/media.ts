import { useSyncExternalStore } from 'react';

const narrow = window.matchMedia('(max-width: 767px)');
const subscribe = (changed: () => void) => {
  narrow.addEventListener('change', changed);
  return () => narrow.removeEventListener('change', changed);
};

/** A phone, or a window as narrow as one. */
export function usePhone(): boolean {
  return useSyncExternalStore(subscribe, () => narrow.matches);
}
