import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

/** Reads anew whatever is on screen: one action changes lists, timeline and clocks together. */
export function useRefreshAll(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(() => client.invalidateQueries(), [client]);
}
