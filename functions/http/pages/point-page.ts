import type { Language } from '#domain/text';
import { localTime } from '#domain/time';
import { deadlineWords, whenWords } from '#domain/words';
import { frame } from './frame.ts';
import { cutTo, html } from './html.ts';
import { lampFields } from './walk-page.ts';
import { walkStyle } from './walk-style.ts';
import type { PointView } from './walk-view.ts';
import { walkWords } from './walk-words.ts';

/** The label of a point, scanned by somebody who walks: one button records it. Pure. */
export function renderPointPage(view: PointView): string {
  const words = walkWords(view.language);
  const { point, now, zone, language, posted } = view;
  const late = point.standing === 'missed' || point.standing === 'skipped';
  const refused = {
    early: () => words.early(whenWords(point.from, now, zone, language)),
    done: () => words.already(point.by ?? '', whenWords(point.at ?? now, now, zone, language)),
    over: () => words.over,
  };
  return frame(
    view,
    point.name,
    html`<p class="s">${words.here}</p><h1 class="k">${cutTo(point.name, 160)}</h1><p class="${late ? 'd w' : 'd'}">${localTime(point.from, zone)} – ${localTime(point.to, zone)}${
      view.closed === null && html`<b>${deadlineWords(point.to, now, zone, language)}</b>`
    }</p>${
      view.closed === null
        ? html`<form method="post" class="v">${posted && html`<p class="d w" role="alert">${words.wrong} ${posted.problem}</p>`}<input type="hidden" name="nonce" value="${view.nonce}">${lampFields(point, posted?.values ?? {}, language)}<button name="action" value="scan">${late ? words.recordLate : words.record}</button></form>`
        : html`<p class="${view.closed === 'done' ? 'd' : 'd w'}" role="status">${refused[view.closed]()}</p>`
    }<a class="g c" href="${view.walk}">${words.toWalk}</a>`,
    walkStyle,
  );
}

/** The same label in a browser that walks nothing; says how, and nothing of where it hangs. */
export function renderUnopenedPoint(language: Language): string {
  const words = walkWords(language);
  return frame(
    { language, site: null, number: null },
    words.label,
    html`<h1>${words.label}</h1><p class="q">${words.labelHelp}</p><p class="s">${words.lost}</p>`,
    walkStyle,
  );
}
