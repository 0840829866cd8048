import type { Language } from '#domain/text';
import { cutTo, html, type SafeHtml } from './html.ts';

/** What a page tells of the household to whoever may know it. `folded`: how much more there is, opened by a button. */
export interface CarePart {
  hints: string[];
  flags: { title: string; note: string }[];
  folded: number;
}

const WORDS = {
  'zh-CN': {
    title: '上门前请知悉',
    folded: (n: number) => `还有 ${n} 条敏感信息，查看会留下记录。`,
    open: '打开查看',
  },
  en: {
    title: 'Before you ring',
    folded: (n: number) => `${n} more, sensitive. Opening is recorded.`,
    open: 'Open',
  },
} as const satisfies Record<Language, unknown>;
const MOST = 6;

/** The button's field; sent by nothing but a press of it. */
export const CARE_FIELD = 'care';

export function carePart({ hints, flags, folded }: CarePart, language: Language): SafeHtml {
  const words = WORDS[language];
  return html`<h2>${words.title}</h2>${hints.slice(0, MOST).map((hint) => html`<p>${cutTo(hint, 240)}</p>`)}${
    flags.length > 0 &&
    html`<ul>${flags
      .slice(0, MOST)
      .map(
        ({ title, note }) => html`<li><b>${cutTo(title, 80)}</b>${note !== '' && html`<br>${cutTo(note, 300)}`}`,
      )}</ul>`
  }${
    folded > 0 &&
    html`<p class="s">${words.folded(folded)}</p><form class="f" method="post"><button class="c" name="${CARE_FIELD}" value="open">${words.open}</button></form>`
  }`;
}
