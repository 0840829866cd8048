import { MailRefused } from '#domain/errors';
import type { Item } from '#domain/item';
import type { ResidentMailView, StaffMailView } from '#domain/mail/view';
import type { Scripted } from '#domain/simulate/behaviour';
import { REFUSED } from '#domain/simulate/simulate';
import type { Instant } from '#domain/time';
import type { Effect } from '#domain/workflow/effect';
import type { Entry } from '#domain/workflow/entry';
import { mailRenderer } from '#mail/renderer';
import type { DocumentBodies, DocumentKind, Mailer, MailRenderer, Message, Outbox, OutboxRow, Ports } from '#ports';
import { createActByReceipt } from '#usecases/act-by-receipt';
import { createActOnItem } from '#usecases/act-on-item';
import { createAdvanceItem } from '#usecases/advance-item';
import { createDecide, createGather } from '#usecases/decide';
import { createDispatchEffects } from '#usecases/dispatch-effects';
import { createFactsLoader } from '#usecases/load-facts';
import { createRecoveryDesk } from '#usecases/recovery/recovery-desk';
import { createSleepItem } from '#usecases/sleep-item';
import { createTakeComplaint, type Draft } from '#usecases/take-complaint';
import { createVisitEffects } from '#usecases/visits/visit-effects';
import { createMemoryPorts } from './memory-ports.ts';

/** What the company has published. */
export type Published = { [K in DocumentKind]: { kind: K; id: string; body: DocumentBodies[K] } }[DocumentKind];

/** Mails as they were handed over: effect, and what they said before words were found. */
export interface RealLine {
  entries: Entry[];
  mails: { effect: string; view: StaffMailView | ResidentMailView }[];
  item: Item;
  /** What was not possible, of what the simulation did. */
  refused: string[];
}

/**
 * An outbox in memory that is filled by commits and puts what `finish` says on the timeline, which is read in the order
 * of the store's keys: by time, at one moment what was decided before what was appended.
 */
function withOutbox(ports: ReturnType<typeof createMemoryPorts>): { items: Ports['items']; outbox: Outbox } {
  const rows: OutboxRow[] = [];
  const entries: Entry[] = [];
  const used = new Set<string>();
  const append: Ports['items']['append'] = async (_company, _id, added, key) => {
    if (key !== undefined && used.has(key)) return;
    if (key !== undefined) used.add(key);
    for (const entry of added) {
      const n = entries.filter(({ at, seq }) => at === entry.at && seq >= at * 1000).length;
      entries.push({ ...entry, seq: entry.at * 1000 + n });
    }
  };
  const order = ({ effect }: OutboxRow): number => {
    const last = Number(effect.id.split('/').at(-1));
    return Number.isNaN(last) ? -1 : last;
  };
  const set = (id: string, change: Partial<OutboxRow>) => {
    const at = rows.findIndex(({ effect }) => effect.id === id);
    const row = rows[at];
    if (row) rows[at] = { ...row, ...change };
    return rows[at] ?? null;
  };
  return {
    items: {
      ...ports.items,
      append,
      timeline: async () => ({ rows: entries.toSorted((a, b) => a.at - b.at || a.seq - b.seq), next: null }),
      async commit(commit) {
        await ports.items.commit(commit);
        entries.push(...commit.entries);
        const { company, id: item, kind, updatedAt: at } = commit.after;
        const row = { company, item, kind, state: 'pending', attempts: 0, notBefore: at, at, error: null } as const;
        rows.push(...commit.effects.map((effect: Effect): OutboxRow => ({ ...row, effect })));
      },
    },
    outbox: {
      ...ports.outbox,
      pendingOf: async () => rows.filter(({ state }) => state === 'pending').toSorted((a, b) => order(a) - order(b)),
      attempt: async (row) => set(row.effect.id, { attempts: row.attempts + 1 }),
      /** What cannot be opened here is left at that. */
      async postpone(row) {
        set(row.effect.id, { state: 'failed' });
      },
      async finish(row, state, _at, _detail, entry) {
        set(row.effect.id, { state });
        if (entry) await append(row.company, row.item, [entry]);
        return true;
      },
    },
  };
}

/**
 * The real use cases on a store in memory and a machine that sleeps whole seconds: files the draft at `start` and lives
 * through the acts, each at its time, until `until`.
 */
export async function liveReally(life: {
  start: Instant;
  until: Instant;
  documents: readonly Published[];
  draft: Draft;
  acts: readonly Scripted[];
  bounces: readonly string[];
}): Promise<RealLine> {
  const { company, id } = life.draft;
  const memory = createMemoryPorts(life.start);
  const views: RealLine['mails'][number]['view'][] = [];
  const mails: RealLine['mails'] = [];
  const machine = { awake: false, sleepsUntil: null as Instant | null };
  const rendered = { subject: '', text: '', html: '' };
  const keep = (view: StaffMailView | ResidentMailView) => {
    views.push(view);
    return rendered;
  };
  const renderer: MailRenderer = {
    ...mailRenderer,
    staff: keep,
    resident: keep,
  };
  const mailer: Mailer = {
    async send({ to, tags }: Message) {
      const view = views.at(-1);
      if (view) mails.push({ effect: tags.effect, view });
      if (life.bounces.includes(to)) throw new MailRefused(REFUSED);
      return { providerId: 'p' };
    },
  };
  const unused = async (): Promise<never> => {
    throw new Error('not part of this life');
  };
  const ports = {
    ...memory,
    ...withOutbox(memory),
    renderer,
    mailer,
    links: {
      sign: async () => 'token',
      url: () => '#',
      signReceipt: async () => 'token',
      receiptUrl: () => '#',
      verify: unused,
      verifyReceipt: unused,
      seal: async (text: string) => text,
    },
    executions: {
      async start() {
        machine.awake = true;
      },
      async wake() {
        machine.awake = true;
        return 'woken' as const;
      },
    },
  };
  for (const document of life.documents)
    await ports.documents.publish(company, { ...document, author: 'system', at: life.start, note: '' }, 0);
  const loadFacts = createFactsLoader(ports);
  const gather = createGather(ports, loadFacts);
  const decide = createDecide(ports, loadFacts);
  const visitEffects = createVisitEffects(ports, { decide, followUp: async () => 0 });
  const beyond = { open: unused, tellPlan: async () => {}, deliverNotice: unused, visitEffects };
  const dispatch = createDispatchEffects(ports, decide, loadFacts, beyond);
  const advanceItem = createAdvanceItem(ports, decide);
  const sleepItem = createSleepItem(ports);
  const actOnItem = createActOnItem(
    decide,
    async () => false,
    async () => null,
    createRecoveryDesk(ports, loadFacts),
  );
  const actByReceipt = createActByReceipt(decide, async () => {});
  const refused: string[] = [];

  const settle = async (): Promise<void> => {
    for (;;) {
      const sent = await dispatch(company, id);
      if (machine.awake) {
        machine.awake = false;
        const asleep = { company, item: id, epoch: 1 };
        const { finished, version, wakeAt, seconds } = await advanceItem({ ...asleep, turns: 0 });
        machine.sleepsUntil = finished ? null : ports.clock.now() + seconds * 1000;
        if (!finished) await sleepItem({ ...asleep, version, wakeAt, token: 'token' });
      } else if (sent === 0) return;
    }
  };
  const wakeUntil = async (until: Instant): Promise<void> => {
    while (machine.sleepsUntil !== null && machine.sleepsUntil <= until) {
      memory.setNow(machine.sleepsUntil);
      machine.awake = true;
      await settle();
    }
  };
  const perform = async (act: Scripted): Promise<void> => {
    if ('act' in act) {
      const claims = { company, item: id, report: null, expires: life.until };
      const opened = {
        claims,
        gathered: await gather(company, id),
        now: ports.clock.now(),
        joined: null,
        expired: false,
      };
      const form = { act: act.act.name, input: act.act.input, nonce: '' };
      if (!(await actByReceipt(opened, form))) refused.push(act.act.name);
      return;
    }
    const { name: action, input } = act.action;
    try {
      await actOnItem({ company, itemId: id, by: act.by, action, input, via: 'link' });
    } catch (error) {
      refused.push(`${action}: ${String(error)}`);
    }
  };
  await createTakeComplaint(ports)(await loadFacts(company, life.draft.site), life.draft);
  await settle();
  for (const act of life.acts) {
    await wakeUntil(act.at);
    memory.setNow(act.at);
    await perform(act);
    await settle();
  }
  await wakeUntil(life.until);
  const { rows } = await ports.items.timeline(company, id, {});
  return { entries: rows, mails, item: (await gather(company, id)).item, refused };
}
