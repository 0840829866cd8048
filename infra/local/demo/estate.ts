import type { Household } from '#domain/household';
import type { Organisation, Person } from '#domain/organisation';
import type { FirstDocument } from '#usecases/bootstrap';
import { defaultDocuments } from '#workflows/default-documents';
import { eastLake } from './east-lake.ts';
import { harbourView } from './harbour-view.ts';
import { londonCalendar } from './london-calendar.ts';
import { type DemoSite, person, text } from './parts.ts';

export const demoCompany = 'demo';

/** The demo company with these sites: what is published, the organisation first, and who lives there. */
export interface Estate {
  organisation: Organisation;
  documents: FirstDocument[];
  households: Household[];
  sites: readonly DemoSite[];
}

export function estateOf(sites: readonly DemoSite[]): Estate {
  const everywhere = sites.map(({ site }) => site.id);
  // The administrator comes first, the auditor last.
  const leaders: Person[] = [
    person('administrator', '系统管理员', 'Administrator', 'admin', []),
    person('general-manager', '总经理', 'General manager', 'admin', []),
    person('quality-manager', '品质管理部经理', 'Quality manager', 'manager', everywhere),
  ];
  const auditor = person('auditor', '审计员', 'Auditor', 'viewer', everywhere);
  const organisation: Organisation = {
    company: { name: text('示范物业', 'Demo Property Services'), zone: 'Asia/Shanghai', language: 'zh-CN' },
    posts: [
      { id: 'quality', name: text('品质管理部', 'Quality department'), holders: ['quality-manager'] },
      { id: 'general-manager', name: text('总经理', 'General manager'), holders: ['general-manager'] },
    ],
    sites: sites.map(({ site }) => site),
    areas: sites.flatMap(({ areas }) => areas),
    buildings: sites.flatMap(({ buildings }) => buildings),
    people: [...leaders, ...sites.flatMap(({ people }) => people), auditor],
  };
  return {
    organisation,
    documents: [
      ...defaultDocuments(organisation),
      { kind: 'calendar', id: 'uk-office', body: londonCalendar },
      { kind: 'rosters', id: 'main', body: { rosters: sites.flatMap(({ rosters }) => rosters) } },
      { kind: 'absences', id: 'main', body: { absences: [] } },
    ],
    households: sites.flatMap(({ households }) => households),
    sites,
  };
}

export const demoEstate = estateOf([eastLake, harbourView]);
