import { relativeTime, whenWords } from '#domain/words';
import type { ResidentActName } from '#domain/workflow/resident-act';
import { frame } from './frame.ts';
import { cutTo, html, type SafeHtml } from './html.ts';
import type { ReceiptView } from './receipt-view.ts';
import { residentWords } from './resident-words.ts';
import { uploadForm } from './upload-form.ts';

/** Steps of the progress that are shown: the last ones. */
const STEPS = 12;

/** What a resident sees behind the link of a receipt: number, who looks after it, when the next reply comes, what they can do. Pure. */
export function renderReceiptPage(view: ReceiptView): string {
  const words = residentWords(view.language);
  const { language, now, zone, done } = view;
  const heading = view.fresh ? words.fresh : words.stages[view.stage];
  const said = done === null ? null : words.done[done];
  return frame(
    view,
    `${heading} · ${view.number}`,
    html`<h1>${heading}</h1>${said && html`<p class="d" role="status">${said}${done === 'verdict' && view.verdict?.verdict === 'notSolved' && ` ${words.goesUp}`}</p>`}${
      view.posted?.problem && html`<p class="d w" role="alert">${view.posted.problem}</p>`
    }${view.posted && !view.posted.problem && html`<p class="d w" role="alert">${words.wrong}</p>`}${view.fresh && html`<p class="s">${words.numberIs}</p><p class="k">${view.number}</p>`}${
      view.uploaded !== null &&
      html`<p class="${view.uploaded === 'kept' ? 'd' : 'd w'}" role="status">${words.photos[view.uploaded]}</p>`
    }${standing(view)}${keepIt(view)}${acts(view)}${
      view.progress.length > 0 &&
      html`<h2>${words.progress}</h2><ul class="t">${view.progress
        .slice(-STEPS)
        .toReversed()
        .map(
          ({ at, title, told, said: own }) =>
            html`<li>${title}<br><small>${whenWords(at, now, zone, language)} · ${relativeTime(at, now, language)}</small>${told && html`<p class="q">${cutTo(told, 900)}</p>`}${own && html`<p class="q">${cutTo(own, 400)}</p>`}`,
        )}</ul>`
    }<h2>${words.yours}</h2><p class="s">${view.category} · ${cutTo(view.where, 200)}</p>${view.description !== null && html`<p class="q">${cutTo(view.description, 900)}</p>`}${again(view)}<p class="s">${words.localTimes}</p>`,
  );
}

const isOver = ({ stage }: ReceiptView): boolean => stage === 'closed' || stage === 'invalid' || stage === 'withdrawn';

function standing(view: ReceiptView): SafeHtml {
  const words = residentWords(view.language);
  const { now, zone, language, nextReply, pausedUntil, closesAt } = view;
  const when = (at: number) => whenWords(at, now, zone, language);
  if (isOver(view)) return html``;
  const late = nextReply !== null && nextReply <= now;
  return html`${
    nextReply !== null &&
    (late
      ? html`<p class="d w">${words.lateReply}</p>`
      : html`<p class="d">${words.nextReply}<b>${when(nextReply)} · ${relativeTime(nextReply, now, language)}</b></p>`)
  }${pausedUntil !== null && html`<p class="d">${words.pausedUntil}<b>${when(pausedUntil)}</b></p>`}${
    closesAt !== null && html`<p class="s">${words.closesAt(when(closesAt))}</p>`
  }<dl>${view.fresh && html`<dt>${words.status}</dt><dd>${words.stages[view.stage]}</dd>`}<dt>${words.caretaker}</dt><dd>${cutTo(view.caretaker, 120)}</dd></dl>`;
}

/** The address is the only way back for whoever left no mail address. */
function keepIt(view: ReceiptView): SafeHtml | null {
  const words = residentWords(view.language);
  if (!view.fresh) return null;
  if (view.keep === null) return html`<p class="s">${words.mailed}</p>`;
  return html`<p class="s">${words.keep}</p><p class="q"><a href="${view.keep}">${view.keep}</a></p>`;
}

function acts(view: ReceiptView): SafeHtml | null {
  const words = residentWords(view.language);
  const { offers, now, zone, language } = view;
  const waits = offers.nudgeFrom !== null && !offers.nudge;
  if (!offers.verdict && !offers.information && !waits) return null;
  return html`<h2>${words.can}</h2>${offers.verdict && html`<div class="f">${verdictForm(view)}</div>`}${
    offers.information &&
    html`<details${opened(view, 'information')}><summary>${words.information}</summary>${form(view, 'information', html`<label for="text">${words.informationLabel}</label>${errors(view, 'text')}<textarea id="text" name="text" maxlength="2000" required>${'\n'}${typed(view, 'text')}</textarea>`, words.submit)}</details>`
  }${view.upload && html`<details${(view.fresh || view.uploaded !== null) && html` open`}><summary>${words.photo}</summary>${uploadForm(view.upload, language)}</details>`}${
    offers.nudge &&
    !view.fresh &&
    html`<div class="f">${form(view, 'nudge', html`<p class="s">${words.nudgeHelp}</p>`, words.nudge, 'c')}</div>`
  }${waits && html`<p class="s">${words.nudgeFrom(whenWords(offers.nudgeFrom ?? now, now, zone, language))}</p>`}`;
}

const typed = ({ posted }: ReceiptView, name: string): string => posted?.values[name] ?? '';
const errors = ({ posted }: ReceiptView, name: string): SafeHtml[] =>
  (posted?.errors[name] ?? []).map((words) => html`<p class="e" role="alert">${words}</p>`);
const opened = ({ posted }: ReceiptView, act: ResidentActName): SafeHtml | null =>
  posted?.act === act ? html` open` : null;

/** `css` 'c': not the first thing to do here. */
const form = (
  view: ReceiptView,
  act: ResidentActName,
  body: SafeHtml,
  label: string,
  css: 'c' | null = null,
): SafeHtml =>
  html`<form method="post"><input type="hidden" name="nonce" value="${view.nonce}">${body}<button name="act" value="${act}"${css && html` class="${css}"`}>${label}</button></form>`;

function verdictForm(view: ReceiptView): SafeHtml {
  const words = residentWords(view.language);
  const radios = (name: string, choices: readonly (readonly [string, string])[], css: string | null) =>
    html`<div${css && html` class="${css}"`}>${choices.map(
      ([value, text]) =>
        html`<label><input type="radio" name="${name}" value="${value}"${value === typed(view, name) && html` checked`}${name === 'verdict' && html` required`}>${text}</label>`,
    )}</div>`;
  const scores = ['1', '2', '3', '4', '5'].map((n) => [n, n] as const);
  return form(
    view,
    'verdict',
    html`<fieldset><legend>${words.verdict}</legend>${errors(view, 'verdict')}${radios('verdict', Object.entries(words.verdicts), null)}</fieldset><fieldset><legend>${words.score}</legend>${errors(view, 'score')}${radios('score', scores, 'n')}</fieldset><label for="opinion">${words.opinion}</label>${errors(view, 'opinion')}<textarea id="opinion" name="opinion" maxlength="2000">${'\n'}${typed(view, 'opinion')}</textarea>`,
    words.submit,
  );
}

function again(view: ReceiptView): SafeHtml | null {
  if (!isOver(view)) return null;
  return html`<a class="g" href="${view.again}">${residentWords(view.language).again}</a>`;
}
