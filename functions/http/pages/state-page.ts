import { dueKind } from '#domain/due-kind';
import type { Language } from '#domain/text';
import { actionLabel, deadlineWords, relativeTime, statusLabel, whenWords } from '#domain/words';
import { answersStyle } from './check-style.ts';
import { frame } from './frame.ts';
import { cutTo, html } from './html.ts';
import { answersPart, checklistPart } from './order-part.ts';
import { pageWords } from './page-words.ts';
import type { StatePageView } from './view.ts';

/** A late click, an old link or one that only shows: the present state, never a bare error. Pure. Status 200. */
export function renderStatePage(view: StatePageView): string {
  const words = pageWords(view.language, view.kind);
  const { language, now, zone, handled } = view;
  const heading = headingOf(view);
  return frame(
    view,
    heading,
    html`<h1>${heading}</h1>${
      handled?.action &&
      html`<p>${actionLabel(handled.action, language, view.kind)} · ${relativeTime(handled.at, now, language)}</p>`
    }${view.why === 'expired' && html`<p>${words.expiredHelp}</p>`}<h2>${words.now}</h2><dl><dt>${cutTo(view.category, 120)}</dt><dd>${statusLabel(view.status, language, view.kind)}</dd><dt>${words.owner}</dt><dd>${view.owner ?? words.nobody}</dd></dl>${
      view.due &&
      html`<p class="${view.due.at <= now ? 'd w' : 'd'}">${words.due[dueKind(view.due, view.status)]}<b>${deadlineWords(view.due.at, now, zone, language)}</b></p>`
    }${view.stepLink !== null && html`<a class="g" href="${view.stepLink}">${words.nextStep}</a>`}${
      view.soFar.length > 0 &&
      html`<h2>${words.soFar}</h2><ul>${view.soFar.slice(-8).map((line) => html`<li>${cutTo(line, 300)}`)}</ul>`
    }${view.order?.checklist && html`${checklistPart(view.order.checklist, view)}${answersPart(view.order.checklist.answered, view)}`}`,
    view.order?.checklist ? answersStyle : undefined,
  );
}

function headingOf(view: StatePageView): string {
  const words = pageWords(view.language, view.kind);
  switch (view.why) {
    case 'handled':
      return view.handled === null
        ? words.moved
        : words.handled(view.handled.by, whenWords(view.handled.at, view.now, view.zone, view.language));
    case 'moved':
      return words.moved;
    case 'ended':
      return words.hasEnded;
    case 'expired':
      return words.expired;
    case 'readOnly':
      return words.readOnly;
  }
}

/** Not one of our links, or one that lost a piece: says what to do and nothing else. Status 404. */
export function renderInvalidLinkPage(language: Language): string {
  const words = pageWords(language);
  return frame(
    { language, site: null, number: null },
    words.invalid,
    html`<h1>${words.invalid}</h1><p>${words.invalidHelp}</p>`,
  );
}
