import type { Condition } from '#domain/asset';
import type { Language } from '#domain/text';
import type { Label } from '#usecases/assets/describe-label';
import { frame } from './frame.ts';
import { cutTo, html } from './html.ts';

export interface LabelView extends Label {
  language: Language;
}

interface LabelWords {
  other: string;
  where: string;
  state: string;
  conditions: Record<Condition, string>;
  report: string;
  reportHelp: string;
  call: (phone: string) => string;
}
const zh: LabelWords = {
  other: 'English',
  where: '位置',
  state: '状态',
  conditions: {
    good: '正常使用',
    limited: '可以使用，部分功能受限',
    outOfOrder: '停用，正在处理',
    retired: '已不再使用',
  },
  report: '报告故障',
  reportHelp: '无需注册。位置已替您填好。',
  call: (phone) => `危险或人员被困，请立即拨打 ${phone}`,
};
const en: LabelWords = {
  other: '中文',
  where: 'Where',
  state: 'State',
  conditions: {
    good: 'Working',
    limited: 'Working, with limits',
    outOfOrder: 'Out of order, being looked after',
    retired: 'No longer in use',
  },
  report: 'Report a fault',
  reportHelp: 'No account needed. The place is filled in for you.',
  call: (phone) => `Danger, or somebody trapped? Call at once: ${phone}`,
};
const words: Record<Language, LabelWords> = { 'zh-CN': zh, en };

/** What somebody who scans the label of a facility sees: what it is, how it is, and the way to say that it is broken. Pure. */
export function renderLabelPage(view: LabelView): string {
  const { language, site, name, number, kind, building, place, condition } = view;
  const own = words[language];
  const other = language === 'en' ? 'zh-CN' : 'en';
  const where = [building?.name[language], place].filter(Boolean).join(' · ');
  const bad = condition === 'outOfOrder' || condition === 'retired';
  const told = language === 'en' ? `${name} (${number}) ${place}` : `${name}（${number}）${place}`;
  const report = new URLSearchParams({
    ...(building && { b: building.id }),
    place: told.trim().slice(0, 120),
    lang: language,
  });
  return frame(
    { language, site: site.name[language], number: null },
    `${name} · ${site.name[language]}`,
    html`<h1>${cutTo(name, 240)}</h1><p class="s">${[kind?.[language], number].filter(Boolean).join(' · ')} · <a href="?lang=${other}" hreflang="${other}" lang="${other}">${own.other}</a></p><p class="${bad ? 'd w' : 'd'}">${own.state}<b>${own.conditions[condition]}</b></p>${
      where !== '' && html`<dl><dt>${own.where}</dt><dd>${cutTo(where, 400)}</dd></dl>`
    }<a class="g" href="/report/${site.id}?${report.toString()}">${own.report}</a><p class="s">${own.reportHelp}</p><a class="g c" href="tel:${site.phone.replace(/[^\d+]/g, '')}">${own.call(site.phone)}</a>`,
  );
}
