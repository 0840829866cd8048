import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createEditing, type Standing } from '../../../../admin/src/features/document/editing.ts';
import type { DraftState, Shared, Working } from '../../../../admin/src/features/document/shared-draft.ts';

interface Body {
  people: { id: string; name: string }[];
}
const person = (id: string, name = id) => ({ id, name });
const published = (): Standing<Body> => ({ version: 1, body: { people: [person('a'), person('b')] } });
const named = (id: string, name: string) => (body: Body) => ({
  people: body.people.map((one) => (one.id === id ? person(id, name) : one)),
});
const added = (id: string) => (body: Body) => ({ people: [...body.people, person(id)] });

/** The server as the API is: one draft, saved under the condition of its revision. */
function server() {
  let standing = published();
  let state: DraftState<Body> = { revision: 0, draft: null, ended: null };
  let down = false;
  const at = '2026-11-23T10:00:00.000Z';
  const refuse = () => {
    throw Object.assign(new Error('changed'), { statusCode: 409, draft: structuredClone(state) });
  };
  const reach = async () => {
    await Promise.resolve();
    if (down) throw Object.assign(new Error('offline'), { statusCode: 0 });
  };
  const end = (how: 'published' | 'discarded', author: string) => {
    state = { revision: state.revision + 1, draft: null, ended: { how, author, at } };
  };
  return {
    state: () => state,
    names: () => Object.fromEntries((state.draft?.body ?? standing.body).people.map(({ id, name }) => [id, name])),
    down: (now: boolean) => {
      down = now;
    },
    publish(author: string) {
      standing = { version: standing.version + 1, body: state.draft?.body ?? standing.body };
      end('published', author);
    },
    /** A tab of somebody's; `tick` lets its pauses pass. */
    tab(me: string, stored = new Map<string, Working<Body>>()) {
      const alarms = new Set<() => void>();
      const editing = createEditing<Body>({
        me,
        load: async (): Promise<Shared<Body>> => {
          await reach();
          return structuredClone({ ...state, version: standing.version, planned: null });
        },
        save: async ({ revision, base, body }) => {
          await reach();
          if (revision !== state.revision) refuse();
          const others = state.draft?.editors.filter((one) => one.person !== me) ?? [];
          const draft = { base, body: structuredClone(body), author: me, at, editors: [{ person: me, at }, ...others] };
          state = { revision: revision + 1, draft, ended: null };
          return structuredClone(state);
        },
        discard: async (revision) => {
          await reach();
          if (revision !== state.revision) refuse();
          end('discarded', me);
          return structuredClone(state);
        },
        current: async () => structuredClone(standing),
        kept: {
          read: () => structuredClone(stored.get('it') ?? {}),
          write: (working) => void stored.set('it', structuredClone(working)),
          clear: () => void stored.delete('it'),
        },
        now: () => 0,
        after: (_ms, ring) => {
          alarms.add(ring);
          return () => void alarms.delete(ring);
        },
      });
      const tick = async () => {
        for (const ring of [...alarms]) {
          alarms.delete(ring);
          ring();
        }
        await editing.flush();
      };
      const change = (next: (body: Body) => Body) => editing.change(standing, next);
      const shown = () =>
        Object.fromEntries(
          (editing.now().working?.body ?? standing.body).people.map(({ id, name }) => [id, name] as const),
        );
      return { editing, tick, change, shown, stored, standing: () => standing };
    },
  };
}

describe('editing a document together', () => {
  test('is saved after a pause, and found again after a reload and on another device', async () => {
    const there = server();
    const tab = there.tab('li');
    await tab.editing.refresh();
    tab.change(named('a', 'Anna'));
    expect([tab.editing.now().saved, there.state().revision]).toEqual(['unsaved', 0]);
    // Reloaded before it was saved: the tab has it.
    const reloaded = there.tab('li', tab.stored);
    expect(reloaded.shown()).toEqual({ a: 'Anna', b: 'b' });
    await reloaded.editing.refresh();
    await reloaded.tick();
    expect(reloaded.editing.now().saved).toBe('saved');
    expect(reloaded.stored.size).toBe(0);
    const elsewhere = there.tab('li');
    await elsewhere.editing.refresh();
    expect(elsewhere.shown()).toEqual({ a: 'Anna', b: 'b' });
  });

  test('others are offered the draft; editing takes it up and keeps both', async () => {
    const there = server();
    const [li, chen] = [there.tab('li'), there.tab('chen')];
    await li.editing.refresh();
    li.change(named('a', 'Anna'));
    await li.tick();
    await chen.editing.refresh();
    expect(chen.editing.now().offer?.author).toBe('li');
    expect(chen.shown()).toEqual({ a: 'a', b: 'b' });
    chen.change(named('b', 'Bert'));
    await chen.tick();
    expect(there.names()).toEqual({ a: 'Anna', b: 'Bert' });
    await li.editing.refresh();
    expect(li.shown()).toEqual({ a: 'Anna', b: 'Bert' });
    expect(li.editing.now().notice).toMatchObject({ what: 'changed', author: 'chen', clashes: [] });
    expect(li.editing.now().others).toEqual([{ person: 'chen', at: '2026-11-23T10:00:00.000Z' }]);
  });

  test('both change the same: the second keeps theirs and is told where', async () => {
    const there = server();
    const [li, chen] = [there.tab('li'), there.tab('chen')];
    await Promise.all([li.editing.refresh(), chen.editing.refresh()]);
    li.change(named('a', 'Anna'));
    chen.change(named('a', 'Agnes'));
    chen.change(added('c'));
    await li.tick();
    await chen.tick();
    expect(there.names()).toEqual({ a: 'Agnes', b: 'b', c: 'c' });
    const clash = chen.editing.now().notice?.clashes[0]?.map((step) => ('field' in step ? step.field : step.key));
    expect(clash).toEqual(['people', 'a', 'name']);
  });

  test('published by the other: what was not saved yet goes on top', async () => {
    const there = server();
    const [li, chen] = [there.tab('li'), there.tab('chen')];
    await li.editing.refresh();
    li.change(named('a', 'Anna'));
    await li.tick();
    await chen.editing.refresh();
    chen.editing.takeOffer(chen.standing());
    li.change(added('late'));
    there.publish('chen');
    await li.editing.refresh();
    expect(li.editing.now().working).toMatchObject({ expected: 2 });
    expect(li.shown()).toEqual({ a: 'Anna', b: 'b', late: 'late' });
    expect(li.editing.now().notice).toMatchObject({ what: 'published', author: 'chen' });
    await chen.editing.refresh();
    expect(chen.editing.now().working).toBeNull();
    await li.tick();
    await chen.editing.refresh();
    expect(chen.editing.now().offer).toMatchObject({ author: 'li', base: 2 });
  });

  test('discarded by the other: told, what was not saved stays, and all can be brought back', async () => {
    const there = server();
    const [li, chen] = [there.tab('li'), there.tab('chen')];
    await li.editing.refresh();
    li.change(named('a', 'Anna'));
    await li.tick();
    await chen.editing.refresh();
    await chen.editing.reset(chen.standing());
    await li.editing.refresh();
    expect(li.editing.now()).toMatchObject({ working: null, notice: { what: 'discarded', author: 'chen' } });
    li.editing.undo(li.standing());
    await li.tick();
    expect(there.names()).toEqual({ a: 'Anna', b: 'b' });
  });

  test('is not discarded over what somebody saved since', async () => {
    const there = server();
    const [li, chen] = [there.tab('li'), there.tab('chen')];
    await Promise.all([li.editing.refresh(), chen.editing.refresh()]);
    li.change(named('a', 'Anna'));
    await li.tick();
    chen.change(named('b', 'Bert'));
    await chen.tick();
    await expect(li.editing.reset(li.standing())).rejects.toMatchObject({ statusCode: 409 });
    expect(li.shown()).toEqual({ a: 'Anna', b: 'Bert' });
    await li.editing.reset(li.standing());
    expect(there.state().draft).toBeNull();
  });

  test('without a server it is kept in the tab, said, and sent when it is back', async () => {
    const there = server();
    const tab = there.tab('li');
    await tab.editing.refresh();
    there.down(true);
    tab.change(named('a', 'Anna'));
    await tab.tick();
    expect(tab.editing.now()).toMatchObject({ saved: 'failed', trouble: 'offline' });
    expect(tab.stored.size).toBe(1);
    there.down(false);
    await tab.tick();
    expect(there.names()).toEqual({ a: 'Anna', b: 'b' });
  });

  test('undo takes back what was done here, and leaves what others did', async () => {
    const there = server();
    const [li, chen] = [there.tab('li'), there.tab('chen')];
    await Promise.all([li.editing.refresh(), chen.editing.refresh()]);
    li.change(named('a', 'Anna'));
    li.change(added('c'));
    await li.tick();
    chen.change(named('b', 'Bert'));
    await chen.tick();
    await li.editing.refresh();
    li.editing.undo(li.standing());
    expect(li.shown()).toEqual({ a: 'Anna', b: 'Bert' });
    li.editing.undo(li.standing());
    expect(li.shown()).toEqual({ a: 'a', b: 'Bert' });
    expect(li.editing.now().canUndo).toBe(false);
    li.editing.redo(li.standing());
    li.editing.redo(li.standing());
    expect(li.shown()).toEqual({ a: 'Anna', b: 'Bert', c: 'c' });
    expect(li.editing.now().canRedo).toBe(false);
  });

  test('letters typed into one field in a row are one step', async () => {
    const tab = server().tab('li');
    await tab.editing.refresh();
    for (const name of ['A', 'An', 'Ann']) tab.change(named('a', name));
    tab.change(named('b', 'Bert'));
    tab.editing.undo(tab.standing());
    expect(tab.shown()).toEqual({ a: 'Ann', b: 'b' });
    tab.editing.undo(tab.standing());
    expect(tab.shown()).toEqual({ a: 'a', b: 'b' });
  });

  test('whatever two do in whatever order, nothing is lost and both see the same', async () => {
    const deed = fc.record({ who: fc.constantFrom(0, 1), what: fc.constantFrom('add', 'save', 'look') });
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { maxLength: 25 }), async (deeds) => {
        const there = server();
        const tabs = [there.tab('li'), there.tab('chen')];
        await Promise.all(tabs.map(({ editing }) => editing.refresh()));
        const all: string[] = ['a', 'b'];
        for (const [index, { who, what }] of deeds.entries()) {
          const tab = tabs[who];
          if (what === 'add') {
            all.push(`p${index}`);
            tab?.change(added(`p${index}`));
          } else if (what === 'save') await tab?.tick();
          else await tab?.editing.refresh();
        }
        for (const tab of [...tabs, ...tabs]) {
          await tab.tick();
          await tab.editing.refresh();
        }
        expect(Object.keys(there.names()).sort()).toEqual([...all].sort());
        for (const tab of tabs) {
          if (tab.editing.now().offer) tab.editing.takeOffer(tab.standing());
          expect(Object.keys(tab.shown()).sort()).toEqual([...all].sort());
        }
      }),
      { numRuns: 200 },
    );
  });
});
