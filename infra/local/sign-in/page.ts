import { createHash } from 'node:crypto';
import type { Language, Text } from '#domain/text';
import type { DemoPerson, SignInRole } from '../people.ts';
import { style } from './style.ts';

const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');
export const pageHeaders: Record<string, string> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': policy,
  'cache-control': 'no-store',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
};

const t = (zh: string, en: string): Text => ({ 'zh-CN': zh, en });
const words = {
  title: t('选择登录身份', 'Sign in as'),
  brand: t('事务管家', 'Steward'),
  note: t('仅限本机演示：无需密码，点选一人即可。', 'This machine only: no password, choose a person.'),
  expired: t('登录页面已失效', 'This sign-in page has expired'),
  expiredHint: t('可能停留太久，或已在别处登录。', 'It may have been open too long, or used in another tab.'),
  again: t('重新登录', 'Sign in again'),
  company: t('全公司与多个项目', 'The company and several sites'),
  find: t('按姓名、岗位或项目查找', 'Find by name, post or site'),
  go: t('查找', 'Find'),
  none: t('没有这样的人。', 'There is nobody like that.'),
  all: t('显示所有人', 'Show everybody'),
  other: t('English', '中文'),
};
const roleWords: Record<SignInRole, { name: Text; may: Text }> = {
  admin: {
    name: t('公司管理员', 'Company admin'),
    may: t('全部项目、人员与配置', 'Everything, at every site'),
  },
  manager: {
    name: t('管理人员', 'Manager'),
    may: t('本项目的全部投诉与配置', 'All complaints and the configuration of their own sites'),
  },
  staff: {
    name: t('员工', 'Staff'),
    may: t(
      '处理自己负责或被要求响应的投诉；客服可查看并受理本项目全部投诉',
      'Complaints they own or were asked about; the customer centre takes and sees all of its site',
    ),
  },
  viewer: { name: t('只读人员', 'Viewer'), may: t('只能查看，不显示电话', 'Reads only, without phone numbers') },
};
const order: readonly SignInRole[] = ['staff', 'manager', 'admin', 'viewer'];

/** Everyone by site and role, one button a person; the form posts to the page's own address. `find` leaves those it names. */
export const peoplePage = (people: readonly DemoPerson[], language: Language, find = ''): string => {
  const other: Language = language === 'en' ? 'zh-CN' : 'en';
  const found = people.filter((person) => isMeant(person, find));
  const title = words.title[language];
  const query = find === '' ? '' : `&amp;q=${encodeURIComponent(find)}`;
  return page(
    language,
    title,
    `<header><p class="brand"><img src="/icon.svg" alt="" width="28" height="28">${words.brand[language]}</p>
<a href="?language=${other}${query}" lang="${other}" hreflang="${other}">${words.other[language]}</a></header>
<h1>${title}</h1><p class="note">${words.note[language]}</p>
<form method="get" role="search"><input type="hidden" name="language" value="${language}"><input type="search" name="q" value="${escapeHtml(find)}" maxlength="80" aria-label="${words.find[language]}" placeholder="${words.find[language]}"><button>${words.go[language]}</button></form>
${found.length === 0 ? `<p role="status">${words.none[language]} <a href="?language=${language}">${words.all[language]}</a></p>` : ''}
<form method="post">${places(found)
      .map((place) => section(place, language))
      .join('')}</form>`,
  );
};

/** By name, post, site or address, in either language; every word of `find` counts. */
function isMeant({ name, email, posts, sites }: DemoPerson, find: string): boolean {
  const said = [name, ...posts, ...sites.map((site) => site.name)].flatMap((text) => [text['zh-CN'], text.en]);
  const all = [...said, email].join('\n').toLowerCase();
  return find
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}

interface PlaceOfPeople {
  id: string;
  name: Text;
  people: DemoPerson[];
}

/** Sites in the order people have them, then those of several sites or of none. */
function places(people: readonly DemoPerson[]): PlaceOfPeople[] {
  const found = new Map<string, PlaceOfPeople>();
  const everywhere: PlaceOfPeople = { id: 'company', name: words.company, people: [] };
  for (const person of people) {
    const [site, ...more] = person.sites;
    if (!site || more.length > 0) everywhere.people.push(person);
    else if (!found.get(site.id)?.people.push(person)) found.set(site.id, { ...site, people: [person] });
  }
  return [...found.values(), everywhere].filter((place) => place.people.length > 0);
}

/** The way back for somebody whose sign-in cannot go on. */
export const expiredPage = (language: Language): string =>
  page(
    language,
    words.expired[language],
    `<h1>${words.expired[language]}</h1><p class="note">${words.expiredHint[language]}</p>
<p><a class="again" href="/sign-in">${words.again[language]}</a></p>`,
  );

const section = ({ id, name, people }: PlaceOfPeople, language: Language): string =>
  `<section aria-labelledby="at-${escapeHtml(id)}"><h2 id="at-${escapeHtml(id)}">${escapeHtml(name[language])}</h2>${order
    .map((role) =>
      group(
        role,
        people.filter((person) => person.role === role),
        language,
      ),
    )
    .join('')}</section>`;

const group = (role: SignInRole, people: readonly DemoPerson[], language: Language): string => {
  if (people.length === 0) return '';
  const { name, may } = roleWords[role];
  return `<h3>${name[language]} <span class="may">${may[language]}</span></h3>
<div class="people">${people.map((person) => card(person, language)).join('')}</div>`;
};

/** A site stands above; where there are several they are named. */
const card = ({ id, name, posts, sites }: DemoPerson, language: Language): string => {
  const separator = language === 'en' ? ', ' : '、';
  const where = sites.length > 1 ? sites.map((site) => site.name[language]).join(separator) : '';
  const about = [posts.map((post) => post[language]).join(separator), where].filter(Boolean).join(' · ');
  const line = about === '' ? '' : `<span>${escapeHtml(about)}</span>`;
  return `<button name="person" value="${escapeHtml(id)}"><b>${escapeHtml(name[language])}</b>${line}</button>`;
};

const page = (language: Language, title: string, body: string): string => `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${title} - ${words.brand[language]}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml"><style>${style}</style></head><body><main>${body}</main></body></html>`;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
