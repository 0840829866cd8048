import { dueKind } from '#domain/due-kind';
import { actionLabel, deadlineWords, statusLabel } from '#domain/words';
import { frame } from './frame.ts';
import { cutTo, html, type SafeHtml } from './html.ts';
import { pageWords } from './page-words.ts';
import type { ResultPageView } from './view.ts';

const TYPES = 'image/jpeg,image/png,image/webp,image/heic,image/heif,application/pdf';

/** After acting: what happens next, the way to the reader's next step, and a photo if one is wanted. Pure. */
export function renderResultPage(view: ResultPageView): string {
  const words = pageWords(view.language);
  const title = view.done === null ? words.addPhoto : `${words.thanks}: ${actionLabel(view.done, view.language)}`;
  return frame(
    view,
    title,
    html`<h1>${view.done === null ? words.addPhoto : html`✓ ${actionLabel(view.done, view.language)}`}</h1>${
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
    }${uploadForm(view)}<p class="s">${words.close}</p>`,
  );
}

function nextSteps(view: ResultPageView): SafeHtml {
  const words = pageWords(view.language);
  if (view.status === 'closed' || view.status === 'invalid' || view.status === 'withdrawn')
    return html`<p>${statusLabel(view.status, view.language)} · ${words.ended}</p>`;
  return html`<p>${words.status}: ${statusLabel(view.status, view.language)}</p>${
    view.due &&
    html`<p class="d">${words.due[dueKind(view.due, view.status)]}<b>${deadlineWords(view.due.at, view.now, view.zone, view.language)}</b>${
      view.next !== null && view.next.to.length > 0 && words.next(cutTo(view.next.to.join(words.comma), 300))
    }</p>`
  }${view.owner !== null && html`<p>${words.waiting(cutTo(view.owner, 90))}</p>`}`;
}

/** Posts to storage, not to us: it takes more than a function does. The file field comes last, as storage asks. */
function uploadForm(view: ResultPageView): SafeHtml | null {
  if (view.upload === null) return null;
  const words = pageWords(view.language);
  return html`<h2>${words.addPhoto}</h2>${view.photos > 0 && html`<p>${words.photoCount(view.photos)}</p>`}<div class="f"><form method="post" enctype="multipart/form-data" action="${view.upload.url}">${Object.entries(
    view.upload.fields,
  ).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}<label for="file">${words.photoLabel}</label><input id="file" type="file" name="file" accept="${TYPES}" required><small>${words.photoRule}</small><button>${words.upload}</button></form></div>`;
}
