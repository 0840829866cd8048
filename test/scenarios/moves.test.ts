import { expect, it } from 'vitest';
import { workingHours } from '#domain/limit';
import type { Person } from '#domain/organisation';
import type { Definition, Step } from '#domain/workflow/definition';
import { at } from '#test/support/estate';
import { startTestSystem } from '#test/support/system';
import { createMoves } from '#usecases/impact/move-items';
import { defaultComplaint } from '#workflows/default-complaint';

const monday = '2026-11-23';

/** Two hours for every level of the first asking, in place of four. */
const hurried = (body: Definition): Definition => ({
  ...body,
  steps: body.steps.map(
    (step): Step =>
      step.id === 'accept' && step.type === 'ask'
        ? { ...step, levels: step.levels.map((level) => ({ ...level, within: workingHours(2) })) }
        : step,
  ),
});
const withoutAccept = (body: Definition): Definition => ({
  ...body,
  steps: body.steps.flatMap((step): Step[] =>
    step.id === 'accept' ? [] : [JSON.parse(JSON.stringify(step).replaceAll('"next":"accept"', '"next":"handle"'))],
  ),
});

async function townAtTen() {
  const town = await startTestSystem({ start: at(monday, '10:00') });
  const { ports, loadDirectory, loadFacts, decide } = town.system;
  const moves = createMoves({ ...ports, loadDirectory, loadFacts, decide });
  const { people } = (await loadDirectory(town.company)).directory.organisation;
  const person = people.find(({ id }) => id === 'site-director') as Person;
  const caller = { company: town.company, person, language: 'en' as const };
  const move = async (version: number, step: string | null = null) => {
    const done = await moves.move(caller, 'complaint', { version, items: [...town.filed], step });
    await town.system.settle();
    return { moved: done.moved, left: done.left.map(({ refused }) => refused) };
  };
  const due = async (id?: string) => town.local((await town.item(id)).ask?.due ?? 0);
  return {
    town,
    move,
    due,
    publish: (change: (body: Definition) => Definition) => town.publish('workflow', 'complaint', change),
  };
}

it('what is open goes on by its version when another is published, moves when told, and back again', async () => {
  const { town, move, due, publish } = await townAtTen();
  const { id } = await town.file();
  town.mails();
  await publish(hurried);
  expect([(await town.item(id)).workflow.version, await due()]).toEqual([1, '11-23 15:30']);
  // Filed from now on: by the new one.
  const later = await town.file({ unit: '802', household: 'east-lake-b1-802' });
  expect([(await town.item(later.id)).workflow.version, await due(later.id)]).toEqual([2, '11-23 12:00']);
  await town.actAs('repairer-a', 'acknowledge', {}, later.id);
  await town.actAs('repairer-a', 'resolve', { done: '已换灯', told: '已修好' }, later.id);
  await town.actAs('customer-centre-clerk-a', 'verdict', { verdict: 'solved' }, later.id);
  town.mails();

  await town.advanceTo(monday, '11:00');
  expect(await move(2)).toEqual({ moved: 1, left: ['ended'] });
  expect(await due(id)).toBe('11-23 12:00');
  expect(town.mails()).toEqual([]);
  expect(await move(2)).toEqual({ moved: 0, left: ['already', 'ended'] });
  await town.advanceTo(monday, '11:59');
  expect(town.mails()).toEqual([]);
  await town.advanceTo(monday, '12:00');
  expect(town.mails()).toEqual([expect.stringMatching(/^11-23 12:00 engineering-head .*\| 周一 15:30 前响应$/)]);

  // Rolled back: the old body is the newest version, and the level climbed to has its time counted from its own asking.
  await publish(() => defaultComplaint);
  expect(await move(3)).toEqual({ moved: 1, left: ['ended'] });
  expect(await due(id)).toBe('11-23 17:30');
  expect(town.mails()).toEqual([]);
  // The link of a mail sent under another version acts still.
  const page = await town.act(town.mailTo('engineering-head'), 'acknowledge');
  expect(page.status).toBe(200);
  expect(await town.item(id)).toMatchObject({ owner: 'engineering-head', step: 'handle', workflow: { version: 3 } });
  town.mails();
  const told = (await town.timeline(id)).filter(({ type }) => type === 'moved');
  expect(told).toMatchObject([
    { by: 'site-director', from: 1, to: 2 },
    { by: 'site-director', from: 2, to: 3 },
  ]);
  await town.actAs('engineering-head', 'resolve', { done: '已换灯', told: '已修好' }, id);
  await town.actAs('customer-centre-clerk-a', 'verdict', { verdict: 'solved' }, id);
  town.mails();
  await town.finish();
});

it('whose step is gone stays, whatever becomes of the rest, until somebody says where it goes; only those asked there hear of it', async () => {
  const { town, move, due, publish } = await townAtTen();
  const { id } = await town.file();
  town.mails();
  await publish(withoutAccept);
  expect(await move(2)).toEqual({ moved: 0, left: ['noStep'] });
  expect([(await town.item(id)).workflow.version, await due()]).toEqual([1, '11-23 15:30']);
  expect(town.mails()).toEqual([]);
  await town.advanceTo(monday, '15:30');
  expect(town.mails()).toEqual([expect.stringMatching(/^11-23 15:30 engineering-head /)]);
  expect(await move(2, 'assign')).toEqual({ moved: 0, left: ['badStep'] });
  expect(await move(2, 'handle')).toEqual({ moved: 1, left: [] });
  expect(await town.item(id)).toMatchObject({ step: 'handle', status: 'inProgress', owner: 'repairer-a', level: 1 });
  expect(town.mails()).toEqual([expect.stringMatching(/^11-23 15:30 repairer-a /)]);
  await town.actAs('repairer-a', 'resolve', { done: '已换灯', told: '已修好' }, id);
  await town.actAs('customer-centre-clerk-a', 'verdict', { verdict: 'solved' }, id);
  town.mails();
  await town.finish();
});
