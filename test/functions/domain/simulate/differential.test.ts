import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileCalendar } from '#domain/calendar';
import { newComplaint } from '#domain/complaint';
import { simulatedMailView } from '#domain/simulate/mail-view';
import { simulate } from '#domain/simulate/simulate';
import { DAY, localDate } from '#domain/time';
import { mailRenderer } from '#mail/renderer';
import { at, complaint, facts } from '#test/support/estate';
import { type ImaginedLife, imaginedLives } from '#test/support/imagined-lives';
import { liveReally, type Published } from '#test/support/real-line';

const monthOf = at('2026-09-15', '09:00');
const RUNS = 1_000;

/** The same life, imagined and lived: filed alike, and afterwards the same acts at the same moments. */
async function bothLines(life: ImaginedLife) {
  const { definition, directory, start } = life;
  const calendar = compileCalendar(life.calendar, 'cn-office@1');
  const at = { directory, calendar, routing: facts.routing };
  const { intake } = complaint(start);
  const reporter = {
    ...intake.reporter,
    email: life.email ? intake.reporter.email : null,
    phone: life.phone ? intake.reporter.phone : null,
  };
  const site = directory.organisation.sites.find(({ id }) => id === 'east-lake');
  const draft = {
    id: 'c1',
    company: 'demo',
    site: 'east-lake',
    building: 'b1',
    unit: '1201',
    place: null,
    category: life.category,
    intake: { ...intake, reporter },
    verified: life.verified,
    repeatOf: life.repeat ? 'c0' : null,
    form: { values: {}, answers: [] },
  };
  const number = `${site?.code}-${localDate(start, site?.zone ?? '')
    .slice(2)
    .replaceAll('-', '')}-001`;
  const item = newComplaint({ ...draft, number, pin: (id) => ({ id, version: 1 }) }, at, start);
  if (!item) throw new Error('not routed');
  const limit = start + 45 * DAY;
  const given = { definition, item, facts: at };
  const behaviour = { rules: life.rules, script: [] };
  const first = simulate({ ...given, behaviour, until: limit, most: 200 });
  // A definition may go on every minute for ever: both stop at the same moment.
  const until = first.cut ? first.now - 1 : limit;
  const imagined = simulate({ ...given, behaviour, until });
  const documents: Published[] = [
    { kind: 'organisation', id: 'main', body: directory.organisation },
    { kind: 'rosters', id: 'main', body: directory.rosters },
    { kind: 'absences', id: 'main', body: directory.absences },
    { kind: 'calendar', id: 'cn-office', body: life.calendar },
    { kind: 'routing', id: 'main', body: facts.routing },
    { kind: 'workflow', id: 'complaint', body: definition },
  ];
  const people = directory.organisation.people;
  const bounces = life.rules.flatMap((rule) =>
    rule.does === 'bounce'
      ? ((rule.to === 'resident' ? reporter.email : people.find(({ id }) => id === rule.to)?.email) ?? [])
      : [],
  );
  const real = await liveReally({ start, until, documents, draft, acts: imagined.acts, bounces });
  const mails = imagined.mails
    .filter(({ failed }) => failed === null || failed === 'refused')
    .map((mail) => ({
      effect: mail.effect.id,
      view: simulatedMailView(imagined, mail, given, '#', mailRenderer.line)?.view,
    }));
  return { imagined, real, mails };
}

/** Seed and path lead back to it; calendars and people are many pages. */
function told(run: fc.RunDetails<[ImaginedLife]>): void {
  if (!run.failed) return;
  const [life] = run.counterexample ?? [];
  const { definition, directory: _directory, calendar, ...rest } = life ?? ({} as Partial<ImaginedLife>);
  const steps = definition?.steps.length === 26 ? 'the default' : definition?.steps;
  throw new Error(
    `seed ${run.seed}, path ${run.counterexamplePath}: ${JSON.stringify({ ...rest, steps, week: calendar?.week })}`,
    { cause: run.errorInstance },
  );
}

describe('the simulator and the real system', () => {
  it('make the same line of the same acts, whatever definition, behaviour and calendar', {
    timeout: 180_000,
  }, async () => {
    let entries = 0;
    let acts = 0;
    await fc.assert(
      fc.asyncProperty(imaginedLives(monthOf), async (life) => {
        const { imagined, real, mails } = await bothLines(life);
        expect(real.refused).toEqual([]);
        expect(imagined.entries.toSorted((a, b) => a.at - b.at || a.seq - b.seq)).toEqual(real.entries);
        expect(mails).toEqual(real.mails);
        expect(imagined.item).toEqual(real.item);
        entries += imagined.entries.length;
        acts += imagined.acts.length;
      }),
      { numRuns: RUNS, reporter: told, endOnFailure: true },
    );
    // Lives in which nothing happens would prove nothing.
    expect(entries / RUNS).toBeGreaterThan(15);
    expect(acts / RUNS).toBeGreaterThan(1);
  });
});
