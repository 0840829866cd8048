import type { Language } from '#domain/text';
import { dayWords, statusLabel } from '#domain/words';
import type { Label } from '#usecases/assets/describe-label';
import type { FaultPhotos } from '#usecases/orders/fault-photos';
import { frame } from './frame.ts';
import { cutTo, html, type SafeHtml } from './html.ts';
import { labelWords } from './label-words.ts';
import { pageWords } from './page-words.ts';
import { TRAP } from './report-page.ts';
import { uploadForm } from './upload-form.ts';

export interface LabelView extends Label {
  language: Language;
  /** Of the form: posted twice, it is one report. */
  key: string;
  code: string;
  /** A fault was told just now: photos of it may follow. What became of it is told to nobody. */
  photos: FaultPhotos | null;
  /** A form that could not be taken. */
  posted: { what: string; missing: boolean } | null;
}

/** What somebody who scans the label of a facility sees: what it is, how it is, and the way to say that it is broken. Pure. */
export function renderLabelPage(view: LabelView): string {
  const { language, site, name, number, kind, building, place, condition } = view;
  const own = labelWords(language);
  const other = language === 'en' ? 'zh-CN' : 'en';
  const where = [building?.name[language], place].filter(Boolean).join(' · ');
  const bad = condition === 'outOfOrder' || condition === 'retired';
  return frame(
    { language, site: site.name[language], number: null },
    `${name} · ${site.name[language]}`,
    html`<h1>${cutTo(name, 240)}</h1><p class="s">${[kind?.[language], number].filter(Boolean).join(' · ')} · <a href="?lang=${other}" hreflang="${other}" lang="${other}">${own.other}</a></p>${
      view.photos && told(view, view.photos)
    }<p class="${bad ? 'd w' : 'd'}">${own.state}<b>${own.conditions[condition]}</b></p>${
      where !== '' && html`<dl><dt>${own.where}</dt><dd>${cutTo(where, 400)}</dd></dl>`
    }${!view.photos && reportPart(view)}<a class="g c" href="tel:${site.phone.replace(/[^\d+]/g, '')}">${own.call(site.phone)}</a>${historyPart(view)}<p class="s"><a href="/assets/label/${view.code}" rel="nofollow">${own.staff}</a></p>`,
  );
}

function told({ language }: LabelView, { upload, uploaded }: FaultPhotos): SafeHtml {
  const own = labelWords(language);
  const words = pageWords(language);
  const thanks = html`<p class="d" role="status"><b>${own.thanks}</b>${own.thanksHelp}</p>`;
  const came = uploaded && html`<p class="${uploaded === 'kept' ? 'd' : 'd w'}" role="status">${words[uploaded]}</p>`;
  return html`${came ?? thanks}${upload && html`<h2>${words.addPhoto}</h2><div class="f">${uploadForm(upload, language)}</div>`}`;
}

/** What is not in use any more is told of in the usual way. */
function reportPart(view: LabelView): SafeHtml {
  const { language, site, condition, posted, key } = view;
  const own = labelWords(language);
  const elsewhere = html`<a class="o" href="/report/${site.id}?${addressOf(view)}">${own.answer}</a>`;
  if (condition === 'retired') return elsewhere;
  return html`<h2>${own.report}</h2><div class="f"><form method="post" action="?lang=${language}"><input type="hidden" name="key" value="${key}"><label for="what">${own.what}</label>${
    posted?.missing && html`<p class="e" role="alert">${own.needed}</p>`
  }<textarea id="what" name="what" maxlength="1000" required placeholder="${own.hint}">${'\n'}${posted?.what}</textarea><div class="h" aria-hidden="true"><label for="${TRAP}">${own.trap}</label><input id="${TRAP}" name="${TRAP}" tabindex="-1" autocomplete="off"></div><button>${own.send}</button></form></div>${elsewhere}`;
}

/** Of the residents' form, with building and place filled in. */
function addressOf({ language, name, number, place, building }: LabelView): string {
  const told = language === 'en' ? `${name} (${number}) ${place}` : `${name}（${number}）${place}`;
  return new URLSearchParams({
    ...(building && { b: building.id }),
    place: told.trim().slice(0, 120),
    lang: language,
  }).toString();
}

function historyPart({ language, site, history }: LabelView): SafeHtml {
  const own = labelWords(language);
  return html`<h2>${own.history}</h2>${
    history.length === 0
      ? html`<p class="s">${own.noHistory}</p>`
      : html`<ul>${history.map(
          ({ at, plan, status }) =>
            html`<li>${dayWords(at, site.zone, language)} · ${plan ? cutTo(plan[language], 120) : own.repair} · ${statusLabel(status, language, 'workOrder')}`,
        )}</ul>`
  }`;
}
