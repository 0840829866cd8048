import { localTime } from '#domain/time';
import { actionLabel, deadlineWords, whenWords } from '#domain/words';
import { actionForm } from './action-form.ts';
import { frame } from './frame.ts';
import { cutTo, html, type SafeHtml } from './html.ts';
import { walkStyle } from './walk-style.ts';
import type { WalkPoint, WalkView } from './walk-view.ts';
import { walkWords } from './walk-words.ts';

/**
 * The one page for a night's walk, made for a phone in the dark: where to go now, in large letters, and how it stands. Pure.
 * One form is open at a time; the other points lead to it by `?point=<id>`.
 */
export function renderWalkPage(view: WalkView): string {
  const words = walkWords(view.language);
  const { figures, language, now, zone } = view;
  const saved = view.points.find(({ id }) => id === view.saved);
  return frame(
    view,
    view.name,
    html`<h1>${cutTo(view.name, 160)}</h1><p class="s">${whenWords(view.starts, now, zone, language)} – ${localTime(view.ends, zone)}</p>${
      saved && html`<p class="d" role="status">✓ ${words.saved(cutTo(saved.name, 90))}</p>`
    }<p class="r"><progress max="${figures.points}" value="${figures.walked}">${figures.walked}</progress>${words.progress(figures.walked, figures.points)}${
      figures.missed > 0 && html` · <b class="e">${words.missed(figures.missed)}</b>`
    }${figures.lamps && html` · ${words.lamps(figures.lamps.lit, figures.lamps.total)}`}</p>${whereNow(view)}${
      view.may && !view.over && scanPart(view)
    }<h2>${words.points}</h2><ol class="y">${view.points.map((point) => row(view, point))}</ol>${
      view.work !== null && html`<p class="q">${cutTo(view.work, 900)}</p>`
    }${besides(view)}<p class="s">${words.localTimes}</p>`,
    walkStyle,
  );
}

/** Where to go now: its form, or when it opens. */
function whereNow(view: WalkView): SafeHtml {
  const words = walkWords(view.language);
  if (view.over) return html`<p class="d">${words.over}</p>`;
  const open = view.points.find(({ id }) => id === view.open);
  if (open && view.may) return card(view, open);
  const next = view.points.find(({ id }) => id === view.next);
  if (!next) return html`<p class="d">${words.done}</p>`;
  return html`<div class="f b"><p class="s">${next.standing === 'open' ? words.next : words.nothingOpen}</p><p class="k">${cutTo(next.name, 120)}</p><p>${localTime(next.from, view.zone)} – ${localTime(next.to, view.zone)}</p></div>`;
}

function card(view: WalkView, point: WalkPoint): SafeHtml {
  const words = walkWords(view.language);
  const { now, zone, language } = view;
  const late = point.standing === 'missed' || point.standing === 'skipped';
  const posted = view.posted?.action === 'scan' ? view.posted : null;
  const errors = Object.values(posted?.errors ?? {}).flat();
  return html`<div class="f b"><form method="post"><p class="s">${point.id === view.next ? words.next : words.here}</p><p class="k">${cutTo(point.name, 120)}</p><p class="${late ? 'd w' : 'd'}">${localTime(point.from, zone)} – ${localTime(point.to, zone)}<b>${deadlineWords(point.to, now, zone, language)}</b></p>${
    posted &&
    html`<p class="d w" role="alert">${[words.wrong, posted.problem, ...errors].filter(Boolean).join(' ')}</p>`
  }<input type="hidden" name="nonce" value="${view.nonce}"><input type="hidden" name="point" value="${point.id}"><label for="code">${words.code}</label><input id="code" name="code" maxlength="60" required autocomplete="off" autocapitalize="characters" spellcheck="false" placeholder="7KQ 2XM" value="${posted?.values.code ?? ''}">${lampFields(point, posted?.values ?? {}, view.language)}<button name="action" value="scan">${late ? words.recordLate : words.record}</button></form></div>`;
}

/** Lamps to be counted at a point, if there are. */
export function lampFields(
  point: WalkPoint,
  values: Readonly<Record<string, string>>,
  language: WalkView['language'],
): SafeHtml | null {
  if (!point.countsLamps) return null;
  const words = walkWords(language);
  const field = (name: 'lit' | 'total', label: string, most: number | null) =>
    html`<div><label for="${name}">${label}</label><input id="${name}" name="${name}" inputmode="numeric" pattern="[0-9]{1,6}" maxlength="6" required${most !== null && html` title="0 – ${most}"`} value="${values[name] ?? ''}"></div>`;
  if (point.lampsTotal !== null) return field('lit', words.of(point.lampsTotal), point.lampsTotal);
  return html`<div class="m">${field('lit', words.lit, null)}${field('total', words.total, null)}</div>`;
}

function scanPart({ scans, language }: WalkView): SafeHtml {
  const words = walkWords(language);
  if (scans) return html`<p class="s">${words.scanning}</p>`;
  return html`<form method="post" class="v"><button class="c" name="walk" value="open">${words.scan}</button><small>${words.scanHelp}</small></form>`;
}

const MARKS = { done: '✓', late: '✓', open: '●', coming: '○', missed: '✕', skipped: '–' } as const;

function row(view: WalkView, point: WalkPoint): SafeHtml {
  const words = walkWords(view.language);
  const { zone } = view;
  const { standing, lamps } = point;
  const bad = standing === 'missed' || standing === 'late';
  const window = `${localTime(point.from, zone)} – ${localTime(point.to, zone)}`;
  const done = point.at === null ? null : [point.by, localTime(point.at, zone)].filter(Boolean).join(' ');
  const more = [window, done, lamps && words.lamps(lamps.lit, lamps.total)].filter(Boolean).join(' · ');
  const body = html`<i class="${standing}" aria-hidden="true">${MARKS[standing]}</i><span><b>${cutTo(point.name, 120)}</b><small>${more}</small></span><em${bad && html` class="e"`}>${words.standing[standing]}</em>`;
  const recordable = view.may && !view.over && (standing === 'open' || standing === 'missed' || standing === 'skipped');
  return recordable && point.id !== view.open
    ? html`<li><a href="?point=${point.id}">${body}</a></li>`
    : html`<li><div${point.id === view.open && html` aria-current="step"`}>${body}</div></li>`;
}

/** A note, or telling the superior: folded, and open again when it could not be taken. */
function besides(view: WalkView): SafeHtml | null {
  if (view.offers.length === 0) return null;
  const shown = { ...view, kind: 'workOrder' as const, calls: {} };
  return html`<h2>${walkWords(view.language).besides}</h2>${view.offers.map(
    (offer) =>
      html`<details${view.posted?.action === offer.action && html` open`}><summary>${actionLabel(offer.action, view.language)}</summary>${actionForm(shown, offer, null)}</details>`,
  )}`;
}
