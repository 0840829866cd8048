import type { Item } from './item.ts';
import type { Entry } from './workflow/entry.ts';

/** Photos an entry brought: attached by itself, or named by an action. */
export function photosOf(entry: Entry): readonly string[] {
  if (entry.type === 'attached') return entry.photos;
  return entry.type === 'acted' && 'photos' in entry.action.input ? (entry.action.input.photos ?? []) : [];
}

/** All photo ids of an item, those of its intake first, each once. `timeline` is oldest first. */
export function evidenceOf(item: Pick<Item, 'intake'>, timeline: readonly Entry[]): string[] {
  return [...new Set([...item.intake.photos, ...timeline.flatMap(photosOf)])];
}

/** A resident adds no more once a complaint has this many, whoever brought them. */
export const MOST_PHOTOS = 10;
