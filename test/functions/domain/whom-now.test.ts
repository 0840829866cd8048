import { describe, expect, it } from 'vitest';
import type { Directory } from '#domain/organisation';
import { whomNow } from '#domain/whom-now';
import { at, directory, facts } from '#test/support/estate';

const noon = at('2026-11-24', '12:00');
const ask = (recipients: Parameters<typeof whomNow>[0], within: Directory = directory) =>
  whomNow(recipients, 'east-lake', within, facts.calendar, noon);
const { organisation } = directory;
const site = organisation.sites.find(({ id }) => id === 'east-lake');

describe('whom recipients would be now', () => {
  it('a post is whoever holds it', () => {
    expect(ask([{ kind: 'siteDirector' }])).toEqual({
      people: [site?.director],
      substituted: [],
      hinges: [],
      gaps: [],
    });
  });

  it('the deputy of whoever is away, and says for whom', () => {
    const [from, to] = [noon - 1, noon + 1];
    const away = { absences: [{ person: site?.director ?? '', from, to, deputy: 'repairer-a' }] };
    expect(ask([{ kind: 'siteDirector' }], { ...directory, absences: away })).toMatchObject({
      people: ['repairer-a'],
      substituted: [{ absent: site?.director, deputy: 'repairer-a' }],
      gaps: [],
    });
  });

  it('nobody, where a post stands empty', () => {
    const sites = organisation.sites.map((one) => ({ ...one, director: null }));
    const empty = { ...directory, organisation: { ...organisation, sites } };
    expect(ask([{ kind: 'siteDirector' }], empty).gaps).toEqual([{ building: null, department: null }]);
    expect(ask([{ kind: 'siteDirector' }, { kind: 'person', person: 'repairer-a' }], empty).gaps).toEqual([]);
  });

  it('building by building, and names those without anybody', () => {
    const buildings = organisation.buildings.map((one) => (one.id === 'b2' ? { ...one, steward: null } : one));
    const found = ask([{ kind: 'steward' }], { ...directory, organisation: { ...organisation, buildings } });
    expect(found.hinges).toEqual(['building']);
    expect(found.people.length).toBeGreaterThan(1);
    expect(found.gaps).toEqual([{ building: 'b2', department: null }]);
  });

  it('department by department', () => {
    const sites = organisation.sites.map((one) => ({
      ...one,
      departments: one.departments.map((part) => (part.id === 'security' ? { ...part, head: null } : part)),
    }));
    const found = ask([{ kind: 'head', department: 'item' }], {
      ...directory,
      organisation: { ...organisation, sites },
    });
    expect(found.hinges).toEqual(['department']);
    expect(found.gaps).toEqual([{ building: null, department: 'security' }]);
  });

  it('an owner may be anybody, and is taken to be there', () => {
    expect(ask([{ kind: 'owner' }])).toEqual({ people: [], substituted: [], hinges: ['owner'], gaps: [] });
  });

  it('at a site that does not exist: nobody', () => {
    expect(whomNow([{ kind: 'siteDirector' }], 'nowhere', directory, facts.calendar, noon).gaps).toHaveLength(1);
  });
});
