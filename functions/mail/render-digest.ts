import type { DigestMailView, RenderedMail } from '#domain/mail/view';
import type { Language } from '#domain/text';
import { deadlineWords } from '#domain/words';
import { oneLine, unlinked } from './clean.ts';
import { finish } from './finish.ts';

interface Sentences {
  subject(count: number, site: string): string;
  headline(count: number): string;
  intro: string;
  due(when: string): string;
  noDue: string;
  footer(reader: string): string;
}

const sentences: Record<Language, Sentences> = {
  'zh-CN': {
    subject: (count, site) => `${site}：${count} 张工单请您接单`,
    headline: (count) => `${count} 张工单请您接单`,
    intro: '这些计划维保工单同时下达，合并为一封邮件通知您。请逐项打开并接单；到时未接单的，仍按各自的时限升级。',
    due: (when) => `接单：${when}`,
    noDue: '请您接单',
    footer: (reader) => `链接仅供${reader}本人使用，请勿转发此邮件。`,
  },
  en: {
    subject: (count, site) => `${site}: ${count} work orders are waiting for you`,
    headline: (count) => `${count} work orders are waiting for you`,
    intro:
      'These planned jobs were opened at the same time, so they come in one mail. Please open each and accept it; what nobody accepts in time goes up a level as usual.',
    due: (when) => `Accept: ${when}`,
    noDue: 'Waiting for you',
    footer: (reader) => `The links are for ${reader} only. Please do not forward this mail.`,
  },
};

/** Several orders in one mail to staff, each with a link of its own. Pure. */
export function renderDigestMail(view: DigestMailView): RenderedMail {
  const { language, now, zone, orders } = view;
  const words = sentences[language];
  const line = (text: string, max?: number) => unlinked(oneLine(text, max));
  const site = line(view.site, 80);
  return finish({
    lang: language,
    colon: language === 'en' ? ': ' : '：',
    subject: line(words.subject(orders.length, site), 200),
    preheader: line(orders[0]?.what ?? '', 90),
    kicker: site,
    tone: 'calm',
    headline: words.headline(orders.length),
    greeting: null,
    paragraphs: [words.intro],
    quote: null,
    after: [],
    due: null,
    button: null,
    facts: [],
    list: null,
    links: orders.map(({ number, what, due, link }) => ({
      text: line(what, 120),
      note: `${number} · ${due === null ? words.noDue : words.due(deadlineWords(due, now, zone, language))}`,
      link,
    })),
    footer: [`${site} · ${line(view.company, 80)}`, words.footer(line(view.reader, 60))],
  });
}
