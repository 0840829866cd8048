import { html, type Part } from './html.ts';
import { style, styleHashes } from './style.ts';
import type { PageFrame } from './view.ts';

/**
 * Headers of every staff page. Nothing may run; styles are the one sheet; forms go to us and to `uploadOrigin`
 * ("https://bucket.s3.eu-west-1.amazonaws.com"), which has to redirect back here.
 */
export function pageHeaders(uploadOrigin: string | null): Record<string, string> {
  const origin =
    uploadOrigin !== null && /^https?:\/\/[A-Za-z0-9.:[\]-]+$/.test(uploadOrigin) ? ` ${uploadOrigin}` : '';
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': [
      "default-src 'none'",
      `style-src ${styleHashes.map((hash) => `'${hash}'`).join(' ')}`,
      "img-src 'self'",
      `form-action 'self'${origin}`,
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'x-robots-tag': 'noindex, nofollow',
  };
}

/** A whole page. The style sheets are trusted: they are ours and hashed; `more` is one beside the common one. */
export function frame(view: PageFrame, title: string, body: Part, more?: string): string {
  const head = [view.site, view.number].filter((part) => part !== null).join(' · ');
  return html`<!doctype html><html lang="${view.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><style>${{ html: style }}</style>${more !== undefined && html`<style>${{ html: more }}</style>`}</head><body><main>${head !== '' && html`<p class="s">${head}</p>`}${body}</main></body></html>`
    .html;
}
