import type { Household } from '#domain/household';
import type { Area, Building, Department, Organisation, Person, Role, Roster } from '#domain/organisation';
import type { Language } from '#domain/text';

/** One site of the demo company. Staff are named by their posts, households by their units: no personal names. */
export interface DemoSite {
  site: Organisation['sites'][number];
  areas: Area[];
  buildings: Building[];
  people: Person[];
  rosters: Roster[];
  households: Household[];
}

export const text = (zh: string, en: string) => ({ 'zh-CN': zh, en });

export const person = (
  id: string,
  zh: string,
  en: string,
  role: Role,
  sites: string[],
  language: Language = 'zh-CN',
): Person => ({
  id,
  name: text(zh, en),
  email: `${id}@steward.example`,
  phone: undefined,
  language,
  role,
  sites,
  active: true,
});

/** Somebody of a firm that looks after facilities (维保单位), named by what they do. */
export const contractor = (
  id: string,
  name: Person['name'],
  firm: string,
  site: string,
  language: Language,
): Person => ({ ...person(id, name['zh-CN'], name.en, 'contractor', [site], language), firm });

export const department = (id: string, zh: string, en: string, head: string, handlers: string[]): Department => ({
  id,
  name: text(zh, en),
  head,
  handlers,
});

/** Nights from 18:00 in turn, and the weekend's days. */
export const dutyRoster = (site: string, a: string, b: string): Roster => ({
  id: 'duty-manager',
  site,
  name: text('值班经理', 'Duty manager'),
  weekly: [
    { days: [1, 3, 5, 7], from: '18:00', to: '09:00', person: a },
    { days: [2, 4, 6], from: '18:00', to: '09:00', person: b },
    { days: [6], from: '09:00', to: '18:00', person: a },
    { days: [7], from: '09:00', to: '18:00', person: b },
  ],
  dated: [],
});
