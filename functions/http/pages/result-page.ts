import { dueKind } from '#domain/due-kind';
import { actionLabel, deadlineWords, statusLabel } from '#domain/words';
import { frame } from './frame.ts';
import { cutTo, html, type SafeHtml } from './html.ts';
import { pageWords } from './page-words.ts';
import { uploadForm } from './upload-form.ts';
import type { ResultPageView } from './view.ts';

/** After acting: what happens next, the way to the reader's next step, and a photo if one is wanted. Pure. */
export function renderResultPage(view: ResultPageView): string {
  const words = pageWords(view.language, view.kind);
  const title =
    view.done === null ? words.addPhoto : `${words.thanks}: ${actionLabel(view.done, view.language, view.kind)}`;
  return frame(
    view,
    title,
    html`<h1>${view.done === null ? words.addPhoto : html`✓ ${actionLabel(view.done, view.language, view.kind)}`}</h1>${
      view.uploaded !== null &&
      html`<p class="${view.uploaded === 'kept' ? 'd' : 'd w'}" role="status">${words[view.uploaded]}</p>`
    }<h2>${words.happens}</h2>${nextSteps(view)}${
      view.promiseLink !== null &&
      html`<p>${words.proposePromise}</p><a class="g" href="${view.promiseLink}">${actionLabel('promise', view.language)}</a>`
    }${
      view.stepLink !== null &&
      html`<a class="${view.promiseLink === null ? 'g' : 'o'}" href="${view.stepLink}">${words.nextStep}</a>${
        view.mailed !== null && html`<p class="s">${words.mailed[view.mailed]}</p>`
      }`
    }${photoForm(view)}<p class="s">${words.close}</p>`,
  );
}

function nextSteps(view: ResultPageView): SafeHtml {
  const words = pageWords(view.language, view.kind);
  if (view.status === 'closed' || view.status === 'invalid' || view.status === 'withdrawn')
    return html`<p>${statusLabel(view.status, view.language, view.kind)} · ${words.ended}</p>`;
  return html`<p>${words.status}${view.language === 'en' ? ': ' : '：'}${statusLabel(view.status, view.language, view.kind)}</p>${
    view.due &&
    html`<p class="d">${words.due[dueKind(view.due, view.status)]}<b>${deadlineWords(view.due.at, view.now, view.zone, view.language)}</b>${
      view.next !== null && view.next.to.length > 0 && words.next(cutTo(view.next.to.join(words.comma), 300))
    }</p>`
  }${view.owner !== null && !isJudged(view) && html`<p>${words.waiting(cutTo(view.owner, 90))}</p>`}`;
}

function photoForm(view: ResultPageView): SafeHtml | null {
  if (view.upload === null) return null;
  const words = pageWords(view.language);
  return html`<h2>${words.addPhoto}</h2>${view.photos > 0 && html`<p>${words.photoCount(view.photos)}</p>`}<div class="f">${uploadForm(view.upload, view.language)}</div>`;
}

/** Work that is done waits for somebody else. */
const isJudged = ({ kind, status }: ResultPageView): boolean => kind === 'workOrder' && status === 'resolved';
