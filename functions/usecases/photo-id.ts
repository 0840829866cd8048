/**
 * The id of an upload names what it is for and by whom: nothing can be put on a complaint that was not uploaded for it,
 * and storage's own event is enough to attach what arrived. Letters, digits and "-" in every part.
 */
export const photoIdFor = (item: string, person: string, unique: string): string => `${item}__${person}__${unique}`;

/** In place of an item: for a complaint that is still to be filed, and for the register of what is maintained. */
export const FILING = 'filing';
export const ASSET = 'asset';

export const ownerOf = (photo: string): { item: string; person: string } | null => {
  const [item, person, unique, ...rest] = photo.split('__');
  return item && person && unique && rest.length === 0 ? { item, person } : null;
};

export const isUploadedBy = (photo: string, item: string, person: string): boolean => {
  const owner = ownerOf(photo);
  return owner?.item === item && owner.person === person;
};
