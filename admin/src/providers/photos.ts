import type { DataProvider } from '@refinedev/core';
import { ApiFailure } from './api-failure.ts';

interface PhotoForm {
  photo: string;
  url: string;
  fields: Record<string, string>;
}
type Custom = NonNullable<DataProvider['custom']>;

export const PHOTO_TYPES = 'image/jpeg,image/png,image/webp,image/heic,application/pdf';
export const PHOTO_MOST_BYTES = 10 * 1024 * 1024;

/**
 * Puts one file into storage: ask for a form, post the file straight to storage with it, then have it checked and kept.
 * `base` is /api/photos (before filing) or /api/complaints/<id>/photos (attaches it). Answers the photo's id.
 * @throws ApiFailure
 */
export async function uploadPhoto(custom: Custom, base: string, file: File, refused: string): Promise<string> {
  const { data: form } = await custom<PhotoForm & { id?: string }>({ url: base, method: 'post', payload: {} });
  const body = new FormData();
  for (const [name, value] of Object.entries(form.fields)) body.append(name, value);
  body.append('file', file);
  const sent = await fetch(form.url, { method: 'POST', body }).catch(() => null);
  if (!sent?.ok) throw new ApiFailure(refused, sent?.status ?? 0);
  const { data: kept } = await custom<{ id?: string; photo: string }>({
    url: `${base}/${encodeURIComponent(form.photo)}/keep`,
    method: 'post',
    payload: {},
  });
  return kept.photo;
}
