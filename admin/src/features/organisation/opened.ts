import { useState } from 'react';

export const NEW = '';

/** Which entry a drawer shows: its id, or `NEW`; kept while the drawer moves out. */
export interface Opened {
  id: string;
  open: boolean;
}
export interface Opening {
  opened: Opened | null;
  show: (id: string) => void;
  close: () => void;
  closed: () => void;
}

export function useOpening(): Opening {
  const [opened, setOpened] = useState<Opened | null>(null);
  return {
    opened,
    show: (id) => setOpened({ id, open: true }),
    close: () => setOpened((now) => now && { ...now, open: false }),
    closed: () => setOpened(null),
  };
}
