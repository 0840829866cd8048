import { describe, expect, test } from 'vitest';
import type { Absences, Organisation, Rosters } from '#domain/organisation';
import type { DocumentBodies, DocumentKind } from '#ports';
import { createDemoApi } from '#test/support/demo-api';

type Api = Awaited<ReturnType<typeof createDemoApi>>;
interface Shown<B> {
  version: number;
  body: B;
  errors?: Record<string, string[]>;
}
const show = async <B>({ call }: Api, as: string, kind: string, query: Record<string, string> = {}) =>
  (await call<Shown<B>>('GET', `/api/documents/${kind}/main`, { as, query })).body;
const put = ({ call }: Api, as: string, kind: string, expected: number, body: unknown) =>
  call<Shown<Organisation>>('PUT', `/api/documents/${kind}/main`, {
    as,
    body: { expected, note: 'a change', body },
    headers: { 'accept-language': 'en' },
  });
const stored = async <K extends DocumentKind>({ ports }: Api, kind: K): Promise<DocumentBodies[K]> => {
  const found = await ports.documents.current('demo', kind, 'main');
  if (!found) throw new Error(`${kind} is seeded`);
  return found.body;
};
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
const away = (person: string, deputy: string | null) => ({ person, deputy, from: 0, to: 10 });

describe('sites of others stay unseen', () => {
  test('a manager reads own sites, their people, and who is above all', async () => {
    const api = await createDemoApi();
    const { body } = await show<Organisation>(api, 'west-manager', 'organisation');
    expect(ids(body.sites)).toEqual(['west-hill']);
    expect([body.areas, body.buildings]).toEqual([[], []]);
    expect(ids(body.people)).toEqual(['administrator', 'general-manager', 'quality-manager', 'west-manager']);
    expect(JSON.stringify(body)).not.toContain('repairer-a@');
    expect((await show<Rosters>(api, 'west-manager', 'rosters')).body).toEqual({ rosters: [] });
    const whole = await show<Organisation>(api, 'administrator', 'organisation');
    expect(whole.body).toEqual(await stored(api, 'organisation'));
  });

  test('who is named from another site is seen by name, their absences too, and no other of that site', async () => {
    const api = await createDemoApi();
    const organisation = structuredClone(await stored(api, 'organisation'));
    const west = organisation.sites.find(({ id }) => id === 'west-hill');
    west?.departments[0]?.handlers.push('repairer-a');
    await put(api, 'administrator', 'organisation', 1, organisation);
    await put(api, 'administrator', 'absences', 1, {
      absences: [away('repairer-a', 'gardener'), away('security-head', 'gardener')],
    });
    const seen = await show<Organisation>(api, 'west-manager', 'organisation');
    expect(ids(seen.body.people)).toContain('repairer-a');
    expect(ids(seen.body.people)).not.toContain('security-head');
    expect((await show<Absences>(api, 'west-manager', 'absences')).body.absences).toEqual([
      away('repairer-a', 'gardener'),
    ]);
  });

  test('old versions and the answer to a save are as narrow', async () => {
    const api = await createDemoApi();
    const { body } = await show<Organisation>(api, 'west-manager', 'organisation');
    for (const site of body.sites) site.phone = '0755-9';
    const saved = await put(api, 'west-manager', 'organisation', 1, body);
    expect(saved.status).toBe(200);
    expect(ids(saved.body.body.sites)).toEqual(['west-hill']);
    const old = await show<Organisation>(api, 'west-manager', 'organisation', { version: '1' });
    expect(ids(old.body.sites)).toEqual(['west-hill']);
  });
});

describe('what was not sent because it was not seen', () => {
  test('stays as it is, in its place', async () => {
    const api = await createDemoApi();
    const before = await stored(api, 'organisation');
    const { body } = await show<Organisation>(api, 'west-manager', 'organisation');
    for (const site of body.sites) site.phone = '0755-9';
    const [member] = body.people;
    if (!member) throw new Error('there are people');
    const guard = { ...member, id: 'west-guard', email: 'west-guard@x.cn', role: 'staff', sites: ['west-hill'] };
    expect(
      (await put(api, 'west-manager', 'organisation', 1, { ...body, people: [...body.people, guard] })).status,
    ).toBe(200);
    const after = await stored(api, 'organisation');
    expect(ids(after.sites)).toEqual(ids(before.sites));
    expect(after.sites.map(({ phone }) => phone)).toEqual([before.sites[0]?.phone, '0755-9']);
    expect(ids(after.people)).toEqual([...ids(before.people), 'west-guard']);
    expect([after.areas, after.buildings]).toEqual([before.areas, before.buildings]);
  });

  test('problems stand where the sender has the field', async () => {
    const api = await createDemoApi();
    const { body } = await show<Organisation>(api, 'west-manager', 'organisation');
    const index = body.people.findIndex(({ id }) => id === 'west-manager');
    for (const site of body.sites) site.director = 'nobody';
    const [member] = body.people;
    if (!member) throw new Error('there are people');
    const guard = {
      ...member,
      id: 'west-guard',
      email: 'repairer-a@steward.example',
      role: 'staff',
      sites: ['west-hill'],
    };
    const answer = await put(api, 'west-manager', 'organisation', 1, { ...body, people: [...body.people, guard] });
    expect(answer.body.errors).toEqual({
      'body.sites.0.director': ['There is no person "nobody".'],
      [`body.people.${index + 1}.email`]: ['"repairer-a@steward.example" is used more than once.'],
    });
  });

  test('own entries that are not sent are taken away; those of others cannot be written over', async () => {
    const api = await createDemoApi();
    const rosters = await stored(api, 'rosters');
    const [first] = rosters.rosters;
    const own = { ...first, site: 'west-hill', id: 'west-duty', weekly: [] };
    expect((await put(api, 'west-manager', 'rosters', 1, { rosters: [own] })).status).toBe(200);
    expect(ids((await stored(api, 'rosters')).rosters)).toEqual(['duty-manager', 'west-duty']);
    expect((await put(api, 'west-manager', 'rosters', 2, { rosters: [] })).status).toBe(200);
    expect((await stored(api, 'rosters')).rosters).toEqual(rosters.rosters);
    expect((await put(api, 'west-manager', 'rosters', 3, { rosters: [{ ...first, weekly: [] }] })).status).toBe(403);
    const { body } = await show<Organisation>(api, 'west-manager', 'organisation');
    expect((await put(api, 'west-manager', 'organisation', 1, { ...body, sites: [] })).status).toBe(403);
  });

  test('a version that is no longer the current one is told', async () => {
    const api = await createDemoApi();
    const { body } = await show<Organisation>(api, 'west-manager', 'organisation');
    await put(api, 'administrator', 'organisation', 1, await stored(api, 'organisation'));
    for (const site of body.sites) site.phone = '0755-9';
    expect((await put(api, 'west-manager', 'organisation', 1, body)).status).toBe(409);
  });

  test('absences of people elsewhere stay, own ones can be ended', async () => {
    const api = await createDemoApi();
    const absences = [away('repairer-a', null), away('west-manager', null), away('gardener', 'repairer-a')];
    await put(api, 'administrator', 'absences', 1, { absences });
    const { body } = await show<Absences>(api, 'west-manager', 'absences');
    expect(body.absences).toEqual([away('west-manager', null)]);
    expect((await put(api, 'west-manager', 'absences', 2, { absences: [] })).status).toBe(200);
    expect((await stored(api, 'absences')).absences).toEqual([
      away('repairer-a', null),
      away('gardener', 'repairer-a'),
    ]);
  });
});
