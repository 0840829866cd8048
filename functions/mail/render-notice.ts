import type { NoticeView } from '#domain/mail/notice-view';
import type { RenderedMail } from '#domain/mail/view';
import { cleanText, oneLine, unlinked } from './clean.ts';
import { finish } from './finish.ts';

/** A mail that belongs to no item. Pure; what people typed is cleaned and escaped. */
export function renderNotice(view: NoticeView): RenderedMail {
  const line = (text: string, max?: number) => unlinked(oneLine(text, max));
  return finish({
    ...{ lang: view.language, colon: view.language === 'en' ? ': ' : '：', tone: 'calm' },
    subject: line(view.subject, 200),
    preheader: line(view.paragraphs[0] ?? view.headline, 90),
    kicker: line(view.kicker),
    headline: line(view.headline),
    greeting: view.greeting,
    paragraphs: view.paragraphs.map((one) => line(one, 500)),
    quote: view.quote === null ? null : { label: null, text: unlinked(cleanText(view.quote)) },
    after: [],
    due: null,
    button: view.button,
    facts: view.facts.map(({ label, text }) => ({ label, text: line(text, 500) })),
    list: null,
    footer: view.footer.map((one) => line(one)),
  });
}
