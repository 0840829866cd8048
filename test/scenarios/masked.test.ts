import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bySystem } from '#domain/audit/link';
import { audiences, type CareFlag } from '#domain/care/flag';
import { HOUR } from '#domain/time';
import { at } from '#test/support/estate';
import { formsOf } from '#test/support/page-form';
import { startTestSystem } from '#test/support/system';
import { createCallOff } from '#usecases/care/call-off';
import { createCareEvents } from '#usecases/care/care-events';
import { careFlag } from '../functions/domain/care/care-fixture.ts';

const staff = ['steward-b1', 'steward-b2', 'repairer-a', 'customer-centre-clerk-a', 'security-head'];
const worlds = fc.record({
  steward: fc.constantFrom(...staff),
  desk: fc.subarray(staff),
  unit: fc.constantFrom('1201', '402', '1001'),
  category: fc.constantFrom('corridor-light', 'water-leak', 'cleaning', 'staff-attitude'),
  flags: fc.array(
    fc.record({
      kind: fc.constantFrom('elderly-alone', 'patient', 'disability'),
      sensitivity: fc.constantFrom<CareFlag['sensitivity']>('normal', 'sensitive', 'sensitive'),
      visibleTo: fc.subarray([...audiences]),
    }),
    { minLength: 2, maxLength: 3 },
  ),
});

it('over random people and data no mail has anything of a flag, and no page behind one has a sensitive one lying open', async () => {
  const town = await startTestSystem({ start: at('2026-11-23', '10:00'), visits: true });
  const { system, company } = town;
  const { ports } = system;
  const events = createCareEvents({
    ...{ ...ports, loadDirectory: system.loadDirectory },
    callOff: createCallOff(ports, system.decide),
  });
  const { directory } = await system.loadDirectory(company);
  const director = directory.organisation.people.find(({ id }) => id === 'site-director');
  if (!director) throw new Error('The estate has a site director.');
  let marks = 0;
  for (const [n, world] of fc.sample(worlds, 3).entries()) {
    const { steward, desk, unit, category } = world;
    await town.publish('organisation', 'main', (body) => ({
      ...body,
      buildings: body.buildings.map((one) => (one.id === 'b1' ? { ...one, steward } : one)),
      sites: body.sites.map((site) => ({
        ...site,
        departments: site.departments.map((one) =>
          one.id === 'customer-centre' ? { ...one, handlers: [...new Set([...one.handlers, ...desk])] } : one,
        ),
      })),
    }));
    const household = `east-lake-b1-${unit}`;
    const asked = { by: 'site-director', at: town.now(), from: bySystem };
    for (const flag of world.flags) {
      marks += 1;
      const said = { note: `telltale-${flag.sensitivity}`, member: `${unit} 住户` };
      const consent = { state: 'given', by: 'telltale', on: '2026-11-01', how: 'spoken' } as const;
      const where = { company, household, unit, id: `f${marks}` };
      await ports.care.put(careFlag({ ...where, ...said, consent, ...flag }), 'noted', asked, null);
    }
    const filed = await town.file({ unit, household, category, similar: 'new', description: `第 ${n} 件` });
    const { owner } = await town.item(filed.id);
    const by = owner ?? 'customer-centre-clerk-a';
    await town.actAs(by, 'acknowledge', {}, filed.id);
    await town.actAs(by, 'openOrder', { work: '请上门检查' }, filed.id);
    const cut = { from: town.now() + 26 * HOUR, to: town.now() + 30 * HOUR };
    const planned = await events.create(
      { company, person: director, language: 'zh-CN' },
      {
        ...{ site: 'east-lake', kind: 'waterCut', buildings: ['b1'], words: { 'zh-CN': '', en: '' } },
        ...{ from: new Date(cut.from).toISOString(), to: new Date(cut.to).toISOString() },
      },
    );
    await events.announce({ company, person: director, language: 'zh-CN' }, planned.id, planned.version);
    // A leap looks for what care is due where it ends, and at each timer on its way.
    await town.advance(3 * HOUR);
    await town.advance(25 * HOUR);
  }
  const mails = town.newMails();
  const links = [...new Set(mails.flatMap(({ link }) => link ?? []))].filter((link) => /\/[ar]\//.test(link));
  for (const kind of ['complaint', 'workOrder', 'visit'] as const) {
    const { rows } = await ports.items.bySite(company, 'east-lake', { kind }, { limit: 100 });
    expect([kind, rows.length > 0]).toEqual([kind, true]);
  }
  for (const { subject, text, html } of mails) expect(`${subject}\n${text}\n${html}`).not.toContain('telltale');
  expect([mails.length > 40, links.length > 20]).toEqual([true, true]);
  for (const link of links) {
    const page = await town.visit(link);
    const asks = formsOf(page.html).map(({ action }) => action);
    const all = [page.html];
    for (const action of asks) all.push((await town.visit(link, { do: action })).html);
    expect(all.join('')).not.toContain('telltale-sensitive');
    if (link.includes('/r/')) expect(all.join('')).not.toContain('telltale');
  }
});
