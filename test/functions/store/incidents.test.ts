import { describe, expect, it } from 'vitest';
import { BadCursor, IncidentFull, InOtherIncident } from '#domain/errors';
import { type Incident, MOST_MEMBERS } from '#domain/incident';
import { engines, freshCompany, withStore } from '#test/support/engine';
import { minutes, nine } from '#test/support/items';

const incident = (company: string, id: string, change: Partial<Incident> = {}): Incident => ({
  id,
  company,
  number: `EL-261123-${id}`,
  site: 'east-lake',
  title: '水泵故障',
  createdAt: nine,
  createdBy: 'clerk',
  members: 0,
  closedAt: null,
  ...change,
});
const member = (n: number) => ({
  item: `c${n}`,
  number: `EL-261123-${String(n).padStart(3, '0')}`,
  linkedAt: nine + n,
  linkedBy: 'clerk',
});

describe.each(engines)('incidents on %s', (engine) => {
  const test = withStore(engine);
  const incidents = () => test.store.incidents;
  const created = async (change: Partial<Incident> = {}) => {
    const one = incident(freshCompany(), 'I01', change);
    await incidents().create(one);
    return one;
  };

  it('are made once and found by id and number', async () => {
    const one = await created();
    await incidents().create({ ...one, title: 'posted again' });
    expect(await incidents().get(one.company, 'I01')).toEqual(one);
    expect(await incidents().byNumber(one.company, one.number)).toBe('I01');
    expect(await incidents().byNumber(one.company, 'EL-261123-001')).toBeNull();
    expect(await incidents().get(freshCompany(), 'I01')).toBeNull();
  });

  it('have members by number, each complaint once and in one incident only', async () => {
    const one = await created();
    const other = incident(one.company, 'I02');
    await incidents().create(other);
    for (const n of [2, 1, 3]) expect(await incidents().link(one, member(n))).toEqual(member(n));
    expect(await incidents().link(one, { ...member(1), linkedAt: 0 })).toMatchObject(member(1));
    await expect(incidents().link(other, member(1))).rejects.toThrow(InOtherIncident);
    expect(await incidents().of(one.company, 'c1')).toEqual({ ...member(1), incident: 'I01' });
    expect((await incidents().get(one.company, 'I01'))?.members).toBe(3);
    expect((await incidents().get(one.company, 'I02'))?.members).toBe(0);

    const first = await incidents().members(one.company, 'I01', { limit: 2 });
    expect(first.rows).toEqual([member(1), member(2)]);
    const rest = await incidents().members(one.company, 'I01', { limit: 2, cursor: first.next ?? undefined });
    expect(rest).toEqual({ rows: [member(3)], next: null });
    await expect(incidents().members(one.company, 'I02', { cursor: first.next ?? undefined })).rejects.toThrow(
      BadCursor,
    );
  });

  it('let a complaint go, once', async () => {
    const one = await created();
    await incidents().link(one, member(1));
    const item = { id: 'c1', number: member(1).number };
    expect(await incidents().unlink(one, item)).toBe(true);
    expect(await incidents().unlink(one, item)).toBe(false);
    expect(await incidents().of(one.company, 'c1')).toBeNull();
    expect(await incidents().get(one.company, 'I01')).toMatchObject({ members: 0 });
    expect((await incidents().members(one.company, 'I01', {})).rows).toEqual([]);
  });

  it('close for those who saw all members, and open again with another one', async () => {
    const one = await created();
    await incidents().link(one, member(1));
    const seen = await incidents().get(one.company, 'I01');
    if (!seen) throw new Error('it was created');
    expect(await incidents().close(one, nine)).toBe(false);
    expect(await incidents().close(seen, nine)).toBe(true);
    const open = async () => (await incidents().bySite(one.company, 'east-lake', true, {})).rows.map(({ id }) => id);
    expect(await open()).toEqual([]);
    await incidents().link(seen, member(2));
    expect(await incidents().get(one.company, 'I01')).toMatchObject({ members: 2, closedAt: null });
    expect(await open()).toEqual(['I01']);
  });

  it('are listed newest first, the open ones apart', async () => {
    const company = freshCompany();
    for (const n of [1, 2, 3]) await incidents().create(incident(company, `I0${n}`, { createdAt: nine + minutes(n) }));
    const second = await incidents().get(company, 'I02');
    if (!second) throw new Error('it was created');
    await incidents().close(second, nine);
    const list = async (open: boolean, cursor?: string) =>
      incidents().bySite(company, 'east-lake', open, { limit: 2, cursor });
    const first = await list(false);
    expect(first.rows.map(({ id }) => id)).toEqual(['I03', 'I02']);
    expect((await list(false, first.next ?? undefined)).rows.map(({ id }) => id)).toEqual(['I01']);
    expect((await list(true)).rows.map(({ id }) => id)).toEqual(['I03', 'I01']);
    await expect(list(true, first.next ?? undefined)).rejects.toThrow(BadCursor);
    expect((await incidents().bySite(company, 'west-lake', false, {})).rows).toEqual([]);
  });

  it('take no more than they hold', async () => {
    const full = await created({ members: MOST_MEMBERS });
    await expect(incidents().link(full, member(1))).rejects.toThrow(IncidentFull);
    expect(await incidents().of(full.company, 'c1')).toBeNull();
  });
});
