import type { CheckCounts } from '#domain/checklist-answers';
import { checkVerdictWords } from '#domain/checklist-words';
import type { Language } from '#domain/text';
import { statusLabel, whenWords } from '#domain/words';
import type { AnsweredPoint, ChecklistView } from './check-view.ts';
import { checkWords } from './check-words.ts';
import { cutTo, html, type SafeHtml } from './html.ts';
import type { OrderView } from './order-view.ts';
import { orderWords } from './order-words.ts';
import { pageWords } from './page-words.ts';

interface Times {
  language: Language;
  now: number;
  zone: string;
}
const PARTS = 12;
const ANSWERS = 40;

/** What is to be worked on and why, as rows of the page's list of facts. */
export function orderFacts(order: OrderView, { language }: Times): SafeHtml {
  const words = orderWords(language);
  const { facilities, others, plan, origin, rework } = order;
  return html`${
    facilities.length > 0 &&
    html`<dt>${words.facility}</dt><dd>${facilities.map(
      ({ name, number, place, more }, i) =>
        html`${i > 0 && html`<br>`}<b>${cutTo(name, 120)}</b> · ${cutTo([number, place, ...more].filter(Boolean).join(' · '), 260)}`,
    )}${others > 0 && html`<br>${words.others(others)}`}</dd>`
  }${plan && html`<dt>${words.plan}</dt><dd>${plan.day} · ${cutTo(plan.name, 160)}</dd>`}${
    origin &&
    html`<dt>${words.origin}</dt><dd>${[origin.number, origin.why, origin.detail && cutTo(origin.detail, 240)].filter(Boolean).join(' · ')}</dd>`
  }${rework && html`<dt>${words.rework}</dt><dd>${words.reworked(rework.number, rework.times)}</dd>`}`;
}

/** How far the checklist is, and the way on: one large button where it was left, a row for each part. */
export function checklistPart(list: ChecklistView, times: Times): SafeHtml {
  const words = checkWords(times.language);
  const { counts, next, open } = list;
  const found = [
    counts.failed > 0 && words.failures(counts.failed),
    counts.flagged > 0 && words.flags(counts.flagged),
  ].filter(Boolean);
  return html`<h2>${words.checklist}</h2><p class="s">${words.done(counts.answered, counts.points)}${found.map((one) => ` · ${one}`)}</p><progress aria-label="${words.progress}" max="${counts.points}" value="${counts.answered}"></progress>${
    open &&
    (next === null
      ? html`<p class="d">${words.allDone}</p>`
      : html`<a class="g" href="?${next.photosOnly ? 'photos' : 'check'}=${next.at}">${counts.answered === 0 ? words.start : words.resume(cutTo(next.name, 160))}</a>`)
  }${open && partRows(list, times.language)}`;
}

function partRows({ parts }: ChecklistView, language: Language): SafeHtml | null {
  if (parts.length < 2) return null;
  const words = checkWords(language);
  const row = ({ at, facility, name, counts }: ChecklistView['parts'][number]) =>
    html`<a class="o" href="?check=${at}">${[facility, name].filter(Boolean).map((one, i) => `${i > 0 ? ' · ' : ''}${cutTo(one ?? '', 120)}`)}<small> · ${stateOf(counts, words)}</small></a>`;
  // With everything listed a long round would not open in a stairwell: what is left comes first.
  const left = parts.filter(({ counts }) => counts.missing > 0);
  const shown = parts.length <= PARTS ? parts : left.slice(0, PARTS);
  return html`${shown.map(row)}`;
}

const stateOf = ({ missing, failed }: CheckCounts, words: ReturnType<typeof checkWords>): string =>
  [missing === 0 ? `✓ ${words.sectionDone}` : words.sectionLeft(missing), failed > 0 && words.failures(failed)]
    .filter(Boolean)
    .join(' · ');

/** What was found, the worst first: somebody who judges the work looks there. */
export function answersPart(answered: readonly AnsweredPoint[], { language, now, zone }: Times): SafeHtml | null {
  if (answered.length === 0) return null;
  const words = checkWords(language);
  const photo = pageWords(language).photo;
  const failWords = checkVerdictWords('fail', language);
  return html`<ul class="a">${answered
    .slice(0, ANSWERS)
    .map(
      (one) =>
        html`<li class="${one.verdict ?? 'said'}"><b>${one.facility && `${cutTo(one.facility, 90)} · `}${cutTo(one.label, 200)}</b><span>${
          one.verdict === 'fail' && one.found !== failWords && html`${failWords} · `
        }${cutTo(one.found, 200)}</span>${one.note && html`<q>${cutTo(one.note, 300)}</q>`}<small>${words.by(cutTo(one.by, 60), whenWords(one.at, now, zone, language))}${one.photos.map(
          (id, i) => html` · <a href="?photo=${encodeURIComponent(id)}">${photo(i + 1)}</a>`,
        )}</small>`,
    )}</ul>`;
}

/** What was done here before: whoever stands before it knows what to look for. */
export function earlierPart({ earlier, facilities }: OrderView, { language, now, zone }: Times): SafeHtml | null {
  if (facilities.length !== 1 || earlier === null) return null;
  const words = orderWords(language);
  return html`<h2>${words.earlier}</h2>${
    earlier.length === 0
      ? html`<p class="s">${words.none}</p>`
      : html`<ul>${earlier.map(
          ({ number, at, plan, status, failed }) =>
            html`<li>${whenWords(at, now, zone, language)} · ${plan === null ? words.repair : cutTo(plan, 120)} · ${number} · ${statusLabel(status, language, 'workOrder')}${failed > 0 && ` · ${words.failed(failed)}`}`,
        )}</ul>`
  }`;
}
