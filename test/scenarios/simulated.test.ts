import { expect, it } from 'vitest';
import { newComplaint } from '#domain/complaint';
import type { Item } from '#domain/item';
import { elapsed, workingDays, workingHours } from '#domain/limit';
import type { Rule } from '#domain/simulate/behaviour';
import { simulatedMailView } from '#domain/simulate/mail-view';
import { simulate } from '#domain/simulate/simulate';
import { DAY, localDate, localTime } from '#domain/time';
import type { Entry } from '#domain/workflow/entry';
import { mailRenderer } from '#mail/renderer';
import { at, facts } from '#test/support/estate';
import { startTestSystem, unreachable } from '#test/support/system';
import { defaultComplaint } from '#workflows/default-complaint';

/** The item as it was when it was filed. */
function asFiled(item: Item): Item {
  const { building, unit, place, category, intake, fields, workflow } = item;
  const verified = fields.verified === true;
  const where = { id: item.id, company: item.company, number: item.number, site: item.site, building, unit, place };
  const filing = { ...where, category, intake, verified, repeatOf: item.repeatOf, pin: () => workflow };
  const filed = newComplaint(filing, facts, item.createdAt);
  if (!filed) throw new Error('not routed');
  return filed;
}

/** How somebody acts, and a mail server's own words, are not the simulator's to know. */
const plain = (entries: readonly Entry[]) =>
  entries
    .toSorted((a, b) => a.at - b.at || a.seq - b.seq)
    .map((entry) => ({ ...entry, via: undefined, ...(entry.type === 'bounced' && { why: '' }) }));

const lives: { name: string; category: string; rules: Rule[] }[] = [
  {
    name: 'promised, kept, resolved, not satisfied at first, told by telephone',
    category: 'corridor-light',
    rules: [
      { does: 'confirm', level: null, after: elapsed(25) },
      { does: 'promise', after: workingHours(1), within: workingHours(5), keeps: true },
      { does: 'resolve', after: workingDays(1) },
      { does: 'call', after: elapsed(20), reached: true },
      { does: 'verdict', after: elapsed(90), verdict: 'notSolved', times: 1 },
      { does: 'verdict', after: elapsed(90), verdict: 'solved', times: null },
    ],
  },
  {
    name: 'the handler is not reached, level 3 answers, nobody resolves',
    category: 'water-leak',
    rules: [
      { does: 'bounce', to: 'repairer-a' },
      { does: 'confirm', level: 2, after: elapsed(7) },
      { does: 'promise', after: elapsed(30), within: elapsed(120), keeps: false },
    ],
  },
];

it.each(lives)('on the real database and machine, mails and all: $name', async ({ category, rules }) => {
  const start = at('2026-11-23', '10:00');
  const bounces = rules.flatMap((rule) => (rule.does === 'bounce' ? [rule.to] : []));
  const town = await startTestSystem({ start, change: unreachable(...bounces) });
  const { id } = await town.file({ category, household: undefined, unit: '2001', reporter: { phone: '13900002001' } });
  const until = start + 12 * DAY;
  const given = { definition: defaultComplaint, item: asFiled(await town.item(id)), facts };
  const imagined = simulate({ ...given, behaviour: { rules, script: [] }, until });
  for (const act of imagined.acts) {
    await town.advanceTo(localDate(act.at, 'Asia/Shanghai'), localTime(act.at, 'Asia/Shanghai'));
    if ('act' in act) throw new Error('This resident has no link.');
    await town.actAs(act.by, act.action.name, act.action.input, id);
  }
  await town.advanceTo('2026-12-05', '10:00');
  expect(imagined.acts.length).toBeGreaterThan(1);
  expect(plain(imagined.entries)).toEqual(plain(await town.timeline(id)));
  const sent = imagined.mails
    .filter(({ failed }) => failed === null)
    .map((mail) => {
      const seen = simulatedMailView(imagined, mail, given, '#', mailRenderer.line);
      const words =
        seen?.to === 'staff' ? mailRenderer.staff(seen.view, null) : seen && mailRenderer.resident(seen.view, null);
      return { at: mail.at, subject: words?.subject };
    });
  expect(sent).toEqual(town.newMails().map(({ at: when, subject }) => ({ at: when, subject })));
});
