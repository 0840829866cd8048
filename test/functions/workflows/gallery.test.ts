import { describe, expect, it } from 'vitest';
import { messageTemplates } from '#domain/mail/view';
import { DAY, MINUTE } from '#domain/time';
import { actionNames } from '#domain/workflow/action';
import { check } from '#domain/workflow/check';
import { Definition } from '#domain/workflow/definition';
import { nextDue } from '#domain/workflow/due';
import { eastLake } from '#local/demo/east-lake';
import { estateOf } from '#local/demo/estate';
import { harbourView } from '#local/demo/harbour-view';
import { at, facts } from '#test/support/estate';
import { file, type Life } from '#test/support/life';
import { organisation } from '#test/support/one-site';
import { gallery } from '#workflows/gallery/gallery';

const estates = [
  { directory: { ...facts.directory, organisation } },
  {
    directory: {
      ...estateOf([eastLake, harbourView]),
      rosters: { rosters: [...eastLake.rosters, ...harbourView.rosters] },
      absences: { absences: [] },
    },
  },
];
const night = at('2026-09-30', '18:40');
const monday = at('2026-11-23', '09:00');
const open = (definition: Definition, now = monday): Life =>
  file(now, {
    definition,
    category: definition.kind === 'complaint' ? 'lift-trapped' : 'parking',
    item: { kind: definition.kind },
  });

/** Whoever is asked does the first of what they may, as long as something is asked. */
function liveThrough(life: Life, does: Parameters<Life['act']>[1][], minutes: number): void {
  const inputs = { note: 'n', told: 't', done: 'd', reason: 'r', verdict: 'solved' as const };
  for (let turn = 0; turn < 20 && life.item.endedAt === null; turn += 1) {
    const before = life.item.step;
    for (const name of does) {
      const who = life.item.ask?.asked.map(({ person }) => person) ?? [];
      for (const person of who)
        if (life.item.step === before) life.act(person, name, inputs as never, life.now + minutes * MINUTE);
    }
    if (life.item.step === before && nextDue(life.item)) life.next();
  }
}

describe.each(gallery.map((template) => [template.id, template] as const))(
  'the template "%s"',
  (_, { definition, description }) => {
    it('is sound, has words in both languages, and could be published at every demo company', () => {
      expect(Definition.parse(definition)).toEqual(definition);
      expect(description['zh-CN']).toMatch(/[\u4e00-\u9fff]/);
      expect(description.en).not.toMatch(/[\u4e00-\u9fff]/);
      for (const { directory } of estates)
        expect(check(definition, { directory, routing: facts.routing, templates: messageTemplates })).toEqual([]);
    });

    it('ends well when people do their work', () => {
      const life = open(definition);
      liveThrough(life, ['accept', 'acknowledge', 'resolve', 'approve', 'verdict'], 2);
      expect(life.item).toMatchObject({ status: 'closed', level: 0, stuck: null });
    });

    it('climbs to the top when nobody answers, at night before a holiday, and never is forgotten', () => {
      const life = open(definition, night);
      life.wait(night + 60 * DAY);
      expect(life.item.stuck).toBeNull();
      expect(life.item.status).toBe('nobodyActed');
      expect(life.item.wereAsked).toContain('quality-manager');
    });

    it('can be withdrawn from anywhere', () => {
      for (const wait of [0, 1, 2, 3]) {
        const life = open(definition);
        for (let n = 0; n < wait && nextDue(life.item); n += 1) life.next();
        life.act('customer-centre-clerk-a', 'withdraw', { reason: 'r' });
        expect(life.item.status).toBe('withdrawn');
      }
    });

    it('offers actions there are, each once a step', () => {
      for (const step of definition.steps)
        if (step.type === 'ask') {
          const names = step.actions.map(({ action }) => action);
          expect(new Set(names).size).toBe(names.length);
          expect(names.every((name) => actionNames.includes(name))).toBe(true);
        }
    });
  },
);

it('has a name and an id of its own for each', () => {
  for (const of of [gallery.map(({ id }) => id), gallery.map(({ definition }) => definition.name.en)])
    expect(new Set(of).size).toBe(gallery.length);
});

const template = (id: string): Definition => {
  const found = gallery.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found.definition;
};
describe('the times of practice', () => {
  it('a lift: five minutes, then engineering’s head, then the director, then the company, round the clock', () => {
    const life = open(template('lift-entrapment'), night);
    const raised = life.wait(night + 60 * MINUTE).filter((line) => line.includes('raised'));
    expect(raised.map((line) => line.split(' ').slice(0, 4).join(' '))).toMatchInlineSnapshot(`
      [
        "09-30 18:45 raised engineering-head",
        "09-30 18:45 raised duty-manager-a",
        "09-30 18:50 raised site-director",
        "09-30 19:00 raised quality-manager",
        "09-30 19:00 raised general-manager",
      ]
    `);
  });

  it('a lamp: reminded after two working hours, up after four', () => {
    const life = file(monday, { definition: template('corridor-lighting'), category: 'corridor-light' });
    expect(life.wait(monday + DAY / 4)).toMatchInlineSnapshot(`
      [
        "11-23 11:00 reminder repairer-a 0 11-23 14:30",
        "11-23 14:30 raised engineering-head 1 11-24 09:30",
      ]
    `);
  });

  it('a major complaint is reported at once and needs the director before it closes', () => {
    const life = open(template('major'));
    expect(life.mails()).toMatchInlineSnapshot(`
      [
        "resident received",
        "informed engineering-head 0 -",
        "informed site-director 0 -",
        "informed quality-manager 0 -",
        "informed general-manager 0 -",
        "asked engineering-head 0 11-23 09:15",
      ]
    `);
    liveThrough(life, ['acknowledge', 'resolve'], 2);
    expect(life.item.step).toBe('approve');
  });

  it('a visit that finds it not solved tells the superiors and opens it again', () => {
    const life = open(template('visit'));
    const [asked] = life.item.ask?.asked ?? [];
    expect(life.act(asked?.person ?? '', 'verdict', { verdict: 'notSolved' })).toMatchInlineSnapshot(`
      [
        "informed security-head 0 -",
        "informed customer-centre-head 0 -",
        "informed site-director 0 -",
        "open",
        "ended security-head 0 -",
        "ended customer-centre-head 0 -",
        "ended site-director 0 -",
      ]
    `);
    expect(life.item.status).toBe('closed');
  });
});
