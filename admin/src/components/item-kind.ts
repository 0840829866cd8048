import { createContext, use } from 'react';
import type { ItemKind } from '#domain/workflow/definition';

/** The kind of items that what is edited here is for: others have other actions, people and fields. */
export const ItemKindContext = createContext<ItemKind>('complaint');
export const useItemKind = (): ItemKind => use(ItemKindContext);
