import { useSyncExternalStore } from 'react';

const wide = window.matchMedia('(min-width: 1280px)');
const subscribe = (changed: () => void) => {
  wide.addEventListener('change', changed);
  return () => wide.removeEventListener('change', changed);
};

/** Room for list, diagram and form side by side. */
export const useWide = (): boolean => useSyncExternalStore(subscribe, () => wide.matches);
