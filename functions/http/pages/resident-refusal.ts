import type { Language } from '#domain/text';
import type { Instant } from '#domain/time';
import { relativeTime, whenWords } from '#domain/words';
import { frame } from './frame.ts';
import { html, type SafeHtml } from './html.ts';
import { residentWords } from './resident-words.ts';

/** What a resident is told instead of a page: what to do, and nothing about anybody. Pure. */
export type Refusal =
  | { why: 'invalid' | 'noSite' | 'failed' }
  | { why: 'gone'; again: string }
  | { why: 'tooMany'; again: Instant; now: Instant; zone: string; site: string; phone: string };

export function renderResidentRefusal(refusal: Refusal, language: Language): string {
  const words = residentWords(language);
  const page = (title: string, body: SafeHtml, site: string | null = null) =>
    frame({ language, site, number: null }, title, html`<h1>${title}</h1>${body}`);
  switch (refusal.why) {
    case 'invalid':
      return page(words.invalid, html`<p>${words.invalidHelp}</p>`);
    case 'noSite':
      return page(words.noSite, html`<p>${words.noSiteHelp}</p>`);
    case 'failed':
      return page(words.failed, html`<p>${words.failedHelp}</p>`);
    case 'gone':
      return page(words.gone, html`<p>${words.goneHelp}</p><a class="g" href="${refusal.again}">${words.again}</a>`);
    case 'tooMany': {
      const { again, now, zone, site, phone } = refusal;
      const [open, close] = language === 'en' ? [' (', ')'] : ['（', '）'];
      const when = `${whenWords(again, now, zone, language)}${open}${relativeTime(again, now, language)}${close}`;
      return page(
        words.tooMany,
        html`<p>${words.tooManyHelp(when)}</p><a class="g c" href="tel:${phone.replace(/[^\d+]/g, '')}">${words.callUs(phone)}</a>`,
        site,
      );
    }
  }
}
