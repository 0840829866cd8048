import { describe, expect, test } from 'vitest';
import {
  baseOf,
  idFor,
  inForce,
  isDocumentId,
  mayDiffer,
  overrideId,
  siteOf,
  siteOfDocument,
} from '#domain/document-id';

const heads = [
  { kind: 'workflow', id: 'complaint' },
  { kind: 'workflow', id: 'complaint@east-lake' },
  { kind: 'workflow', id: 'complaint@west-hill', retired: true },
  { kind: 'routing', id: 'main@south-gate' },
];

describe("ids of documents and of sites' own versions", () => {
  test('are taken apart as they were put together', () => {
    const id = overrideId('complaint', 'east-lake');
    expect([baseOf(id), siteOf(id)]).toEqual(['complaint', 'east-lake']);
    expect([baseOf('complaint'), siteOf('complaint')]).toEqual(['complaint', null]);
  });

  test.each([
    ['plans', 'east-lake', 'east-lake'],
    ['workflow', 'complaint@east-lake', 'east-lake'],
    ['workflow', 'complaint', null],
    ['calendar', 'east-lake', null],
  ])('%s %s is of the site %s', (kind, id, site) => expect(siteOfDocument({ kind, id })).toBe(site));

  test.each([
    ['workflow', 'complaint', true],
    ['plans', 'east-lake@west-hill', false],
    ['workflow', 'complaint@east-lake', true],
    ['routing', 'main@east-lake', true],
    ['calendar', 'cn-office@east-lake', false],
    ['workflow', 'complaint@east-lake@again', false],
    ['workflow', '@east-lake', false],
    ['workflow', 'complaint@', false],
    ['workflow', 'Complaint@east-lake', false],
    ['workflow', 'complaint#east-lake', false],
  ])('%s %s: %s', (kind, id, is) => expect(isDocumentId(kind, id)).toBe(is));

  test('the organisation is one for all sites', () => {
    expect(['workflow', 'routing', 'templates', 'forms'].every(mayDiffer)).toBe(true);
    expect(['organisation', 'rosters', 'absences', 'calendar'].some(mayDiffer)).toBe(false);
  });

  test.each([
    ['workflow', 'complaint', 'east-lake', 'complaint@east-lake'],
    ['workflow', 'complaint', 'west-hill', 'complaint'],
    ['workflow', 'complaint', 'south-gate', 'complaint'],
    ['workflow', 'main', 'south-gate', 'main'],
    ['routing', 'main', 'south-gate', 'main@south-gate'],
  ])('%s %s holds at %s as %s', (kind, base, site, id) => expect(idFor(heads, kind, base, site)).toBe(id));

  test('what was put away is not in force', () => {
    expect(inForce(heads, 'workflow').map(({ id }) => id)).toEqual(['complaint', 'complaint@east-lake']);
  });
});
