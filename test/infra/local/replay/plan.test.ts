import { describe, expect, it } from 'vitest';
import { NewComplaint } from '#http/schemas/complaint';
import { type PlanSite, planCases } from '#local/replay/plan';
import { categoryOfType } from '#local/replay/request-types';
import { RequestsUnreadable, readServiceRequests } from '#local/replay/service-request';
import { at } from '#test/support/estate';
import { defaultRouting } from '#workflows/default-routing';

const head =
  'SRNumber,CreatedDate,ServiceDate,ClosedDate,UpdatedDate,RequestType,Status,RequestSource,Owner,ZipCode,NCName';
const line = (number: string, created: string, closed: string, type = 'Bulky Items', status = 'Closed') =>
  `${number},${created},,${closed},,${type},${status},Call,BOS,90026,"ECHO PARK, ELYSIAN NC"`;
const file = (...lines: string[]) => readServiceRequests([head, ...lines].join('\n'));
const site: PlanSite = { id: 'east-lake', zone: 'Asia/Shanghai', buildings: ['b1', 'b2'], horizon: '2026-12-31' };

const late = line('1-3', '12/28/2017 09:00:00 AM', '12/27/2017 05:00:00 PM', 'Graffiti Removal');
const early = line('1-1', '12/27/2017 01:36:22 PM', '12/29/2017 11:10:44 AM');

describe('the file of service requests', () => {
  it('is turned round: oldest first', () => {
    expect(file(late, early).map(({ number }) => number)).toEqual(['1-1', '1-3']);
  });
  it('is refused when columns are missing', () => {
    expect(() => readServiceRequests('a,b\n1,2\n')).toThrow(RequestsUnreadable);
  });
});

describe('the plan', () => {
  const { cases, weeks } = planCases(
    file(
      line('1-5', '12/28/2017 09:00:02 AM', '', 'Other', 'Open'),
      line('1-4', '12/28/2017 09:00:01 AM', '12/28/2017 10:00:00 AM', 'Bulky Items', 'Cancelled'),
      late,
      early,
    ),
    site,
  );

  it('keeps weekday and time of day', () => {
    expect(weeks).toBe(417);
    expect(cases[0]?.at).toBe(at('2025-12-24', '13:36') + 22_000);
  });
  it('ends each case as the file says, at once what was closed before it was created', () => {
    expect(cases.map(({ at: filed, end }) => end && { how: end.how, after: end.at - filed })).toEqual([
      { how: 'resolve', after: 164_062_000 },
      { how: 'resolve', after: 0 },
      { how: 'withdraw', after: 3_599_000 },
      null,
    ]);
  });
  it('files what the API takes, each in a unit of its own', () => {
    const bodies = cases.map(({ body }) => NewComplaint.parse(body));
    expect(new Set(bodies.map(({ unit }) => unit)).size).toBe(cases.length);
    expect(bodies[0]).toMatchObject({
      category: 'cleaning',
      building: 'b1',
      channel: 'phone',
      similar: 'new',
      description: 'Bulky Items - ECHO PARK, ELYSIAN NC (1-1)',
    });
  });
  it('says so where the known calendar ends before the file', () => {
    const requests = file(line('1-1', '06/01/2027 09:00:00 AM', ''));
    expect(planCases(requests, site)).toMatchObject({ weeks: 0, beyondHorizon: true });
  });
  it('refuses a type without a category', () => {
    expect(() => planCases(file(line('1-1', '12/27/2017 01:36:22 PM', '', 'Sinkhole')), site)).toThrow('Sinkhole');
  });
});

it('every category of the table is one of the demo site', () => {
  const known = new Set(defaultRouting.categories.map(({ id }) => id));
  expect(Object.values(categoryOfType).filter((category) => !known.has(category))).toEqual([]);
});
