import { checkFields } from './check-fields.ts';
import { checkStyle } from './check-style.ts';
import type { CheckPageView, CheckPhotosView } from './check-view.ts';
import { checkWords } from './check-words.ts';
import { frame } from './frame.ts';
import { cutTo, html, type SafeHtml } from './html.ts';
import { pageWords } from './page-words.ts';
import { uploadForm } from './upload-form.ts';

type Framed = CheckPageView | CheckPhotosView;

/** One section of a checklist as one short form: saved at each submit, whatever is still missing. Pure. */
export function renderCheckPage(view: CheckPageView): string {
  const words = checkWords(view.language);
  const { section, language, posted, next } = view;
  const last = next === null;
  return frame(
    view,
    `${section.name[language]} · ${view.number ?? ''}`,
    html`${heading(view, cutTo(section.name[language], 300))}${told(view)}<form class="l" method="post" action="?"><input type="hidden" name="at" value="${view.at}">${checkFields(
      section,
      { language, answers: view.answers, typed: posted?.typed ?? null, errors: posted?.errors ?? {} },
    )}<button name="action" value="check">${last ? words.saveLast : words.save}</button></form>${
      view.photos && html`<a class="g c" href="?photos=${view.at}">${words.addPhotos}</a>`
    }${next !== null && html`<a class="o" href="?check=${next.at}">${words.leave(cutTo(next.name, 200))}</a>`}<a class="o" href="?">${words.overview}</a>`,
    checkStyle,
  );
}

function heading(view: Framed, title: string): SafeHtml {
  const words = checkWords(view.language);
  const { counts, part } = view;
  const where = [view.facility, view.place].filter(Boolean).join(' · ');
  return html`<h1>${title}</h1>${where !== '' && html`<p>${cutTo(where, 300)}</p>`}<p class="s">${words.part(part.n, part.of)} · ${words.done(counts.answered, counts.points)}</p><progress aria-label="${words.progress}" max="${counts.points}" value="${counts.answered}"></progress>`;
}

/** What became of what was sent, and what is still needed, each a way to its point. */
function told(view: CheckPageView): SafeHtml | null {
  const words = checkWords(view.language);
  const { posted, missing, saved, section } = view;
  if (posted) return html`<p class="d w" role="alert">${posted.problem ?? words.savedSome}</p>`;
  if (!saved && !missing?.length) return null;
  const names = section.items.filter(({ id }) => missing?.includes(id));
  return html`<div class="d" role="status">${saved && words.saved} ${
    names.length > 0 &&
    html`${words.missing(names.length)}<ul class="m">${names.map(({ id, label }) => html`<li><a href="#${id}">${cutTo(label[view.language], 200)}</a>`)}</ul>`
  }</div>`;
}

/** After a section was saved: its points that photos belong to, a form each that posts straight to storage. Pure. */
export function renderCheckPhotos(view: CheckPhotosView): string {
  const words = checkWords(view.language);
  const shared = pageWords(view.language);
  const title = words.photosFor(view.section.name[view.language]);
  const open = view.points.some(({ needed, photos }) => needed && photos === 0);
  const on = view.next === null ? '?' : `?check=${view.next.at}`;
  return frame(
    view,
    `${title} · ${view.number ?? ''}`,
    html`${heading(view, cutTo(title, 300))}${
      view.uploaded === null
        ? html`<p class="s">${words.photosHelp}</p>`
        : html`<p class="${view.uploaded === 'kept' ? 'd' : 'd w'}" role="status">${shared[view.uploaded]}</p>`
    }${!open && html`<a class="g" href="${on}">${words.goOn}</a>`}${view.points.map(
      (point, i) =>
        html`<div class="i"><h2>${cutTo(point.label, 300)}</h2><p>${cutTo(point.found, 300)} · ${point.photos > 0 ? shared.photoCount(point.photos) : point.needed ? words.needed : words.optional}</p>${
          point.upload && uploadForm(point.upload, view.language, `file-${i}`)
        }</div>`,
    )}${open && html`<a class="g c" href="${on}">${words.later}</a>`}<a class="o" href="?">${words.overview}</a>`,
    checkStyle,
  );
}
