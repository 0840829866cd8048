import { PhotoUnreadable } from '#domain/errors';
import type { PhotoType } from '#ports';
import { extensionOf, sniff } from './sniff.ts';
import { stripLocation } from './strip-location.ts';

/** Rules both stores of photos share. */
export const LARGEST_UPLOAD = 10 * 1024 * 1024;
/** Seconds an upload form and an address of a kept photo stay good. */
export const FORM_SECONDS = 3600;
export const VIEW_SECONDS = 300;

/** Ids become keys and file names: nothing but letters, digits, "-" and "_". */
export const isSafeName = (name: string): boolean => /^[A-Za-z0-9_-]{1,130}$/.test(name);

/** Content checked by what it is and metadata removed; null = not acceptable. */
export function cleanPhoto(bytes: Uint8Array): { type: PhotoType; bytes: Uint8Array } | null {
  if (bytes.length === 0 || bytes.length > LARGEST_UPLOAD) return null;
  const type = sniff(bytes);
  if (type === null) return null;
  try {
    return { type, bytes: stripLocation(bytes, type) };
  } catch (error) {
    if (error instanceof PhotoUnreadable) return null;
    throw error;
  }
}

/** What every browser shows safely opens in place; documents and HEIC are saved. */
export function dispositionOf(photo: string, type: PhotoType): string {
  const inline = type === 'image/jpeg' || type === 'image/png' || type === 'image/webp';
  return `${inline ? 'inline' : 'attachment'}; filename="${photo}.${extensionOf[type]}"`;
}
