import { useEffect } from 'react';
import { useLocation } from 'react-router';

const last = new Map<string, string>();

/** What a list was asked last, so that the way back from a detail leads there: filters, page and all. For the tab's life. */
export function useKeptAddress(): void {
  const { pathname, search } = useLocation();
  useEffect(() => void last.set(pathname, search), [pathname, search]);
}

/** The list as it was left. */
export const listAddress = (path: string): string => `${path}${last.get(path) ?? ''}`;
