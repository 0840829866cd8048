import { createContext } from 'react';

/** Lists of named things beside the documents on screen, such as `{ assets: [{ id, name }] }`: for telling what changed. */
export const NamesInHand = createContext<readonly object[]>([]);
