import type { Language } from '#domain/text';
import type { UploadForm } from '#ports';
import { html, type SafeHtml } from './html.ts';
import { pageWords } from './page-words.ts';

const TYPES = 'image/jpeg,image/png,image/webp,image/heic,image/heif,application/pdf';

/** Posts to storage, not to us: it takes more than a function does. The file field comes last, as storage asks. */
export function uploadForm(upload: UploadForm, language: Language, id = 'file'): SafeHtml {
  const words = pageWords(language);
  return html`<form method="post" enctype="multipart/form-data" action="${upload.url}">${Object.entries(
    upload.fields,
  ).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}<label for="${id}">${words.photoLabel}</label><input id="${id}" type="file" name="file" accept="${TYPES}" required><small>${words.photoRule}</small><button>${words.upload}</button></form>`;
}
