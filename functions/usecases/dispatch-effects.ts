import { MailFailed, MailRefused } from '#domain/errors';
import type { Item } from '#domain/item';
import { addressOf } from '#domain/mail/address';
import { personById } from '#domain/recipients';
import { type Instant, MINUTE } from '#domain/time';
import type { Effect } from '#domain/workflow/effect';
import type { Entry, Happening } from '#domain/workflow/entry';
import { undeliverableEvent } from '#domain/workflow/undeliverable';
import type { Message, NewEntry, OutboxRow, Ports } from '#ports';
import type { DeliverNotice } from './care/deliver-notice.ts';
import { createComposeDigest } from './compose-digest.ts';
import { composeResidentMail, createComposeStaffMail } from './compose-mail.ts';
import { createGather, type Decide, type Gathered } from './decide.ts';
import type { LoadFacts } from './load-facts.ts';
import type { OpenLinked } from './open-linked.ts';
import { readTimeline } from './read-timeline.ts';
import { createToldTogether } from './told-together.ts';
import type { VisitEffects } from './visits/visit-effects.ts';

type DispatchPorts = Pick<
  Ports,
  | 'clock'
  | 'items'
  | 'documents'
  | 'outbox'
  | 'suppressions'
  | 'mailer'
  | 'renderer'
  | 'links'
  | 'executions'
  | 'logger'
  | 'metrics'
>;

/** Minutes to the next try after the n-th failure; past the last the address counts as not reached. */
export const BACKOFF_MINUTES = [1, 2, 5, 15, 30, 60, 120] as const;

/**
 * Other processes dispatch as well: a mail that one of them began and has not reported back is left alone for this long;
 * then the sweeper sends it.
 */
export const SEND_LEASE = MINUTE;
const SECOND = 1_000;
/** Until a linked item that could not be opened is tried again. */
const OPEN_AGAIN = 5 * MINUTE;

/** What reaches beyond the item: one is opened for it; the plan that opened it hears that it ended; a notice about no item. */
export interface Beyond {
  open: OpenLinked;
  tellPlan(item: Item): Promise<void>;
  deliverNotice: DeliverNotice;
  visitEffects: VisitEffects;
}

/**
 * Carries out what was committed, one item's effects in order. `sendLease` null: no other process dispatches, so nothing
 * needs to be claimed. Every effect is marked done under a condition and may be
 * repeated. Two dispatchers at once send once; after a crash the one mail in flight may be sent twice.
 */
export const createDispatchEffects = (
  ports: DispatchPorts,
  decide: Decide,
  loadFacts: LoadFacts,
  { open, tellPlan, deliverNotice, visitEffects }: Beyond,
  sendLease: number | null = SEND_LEASE,
) => {
  const gather = createGather(ports, loadFacts);
  const compose = createComposeStaffMail(ports);
  const toldTogether = createToldTogether(ports, decide);
  const composeDigest = createComposeDigest(ports, async (company, item) =>
    (await ports.items.get(company, item)) ? gather(company, item) : null,
  );

  /** Items in hand here: who comes second waits, and finds what is left. */
  const busy = new Map<string, Promise<unknown>>();

  /**
   * Everything pending of one item, in order for each reader: mail that must wait for one address holds up nobody else.
   * @returns how many were carried out
   */
  return async function dispatch(company: string, item: string): Promise<number> {
    const name = `${company}/${item}`;
    const turn = (busy.get(name) ?? Promise.resolve()).then(() => carryOutAll(company, item));
    const over = turn.catch(() => {});
    busy.set(name, over);
    try {
      return await turn;
    } finally {
      if (busy.get(name) === over) busy.delete(name);
    }
  };

  async function carryOutAll(company: string, item: string): Promise<number> {
    let done = 0;
    const waiting = new Set<string>();
    const reading = createReading(company, item);
    for (const row of await ports.outbox.pendingOf(company, item)) {
      const reader = readerOf(row.effect);
      if (waiting.has(reader)) continue;
      const counted = row.notBefore <= ports.clock.now() ? await claim(row) : null;
      if (counted && (await carryOut(counted, reading))) done += 1;
      else waiting.add(reader);
    }
    return done;
  }

  /** The row with one attempt more; null: somebody else is at it. */
  async function claim(row: OutboxRow): Promise<OutboxRow | null> {
    if (sendLease === null) return { ...row, attempts: row.attempts + 1 };
    const lease = ['mail', 'mailResident', 'notice'].includes(row.effect.type) ? sendLease : 0;
    return ports.outbox.attempt(row, ports.clock.now(), lease);
  }

  /** @returns false when it failed for now and was put off. */
  async function carryOut(row: OutboxRow, reading: Reading): Promise<boolean> {
    const { effect } = row;
    switch (effect.type) {
      case 'start':
        await ports.executions.start(row.kind, `${row.item}-${effect.epoch}`, {
          company: row.company,
          item: row.item,
          epoch: effect.epoch,
        });
        await ports.outbox.finish(row, 'done', ports.clock.now(), {});
        return true;
      case 'wake': {
        const sleeping = await ports.items.sleeping(row.company, row.item);
        if (sleeping) await ports.executions.wake(sleeping.token);
        await ports.outbox.finish(row, 'done', ports.clock.now(), {});
        return true;
      }
      case 'open':
        return openLinked(row, effect, await reading.gathered());
      case 'followUp':
      case 'reopen':
      case 'tellVisited':
      case 'contact':
        return visitEffects(row, effect, reading.gathered);
      case 'tellOrigin':
        await tellOrigin(row, effect, await reading.gathered());
        return true;
      case 'notice':
        return deliverNotice(row, effect);
      case 'tellPlan':
        await tellPlan((await reading.gathered()).item);
        await ports.outbox.finish(row, 'done', ports.clock.now(), {});
        return true;
      case 'mail':
      case 'mailResident':
        return deliver(row, effect, reading);
    }
  }

  /** Only this waits when it cannot be opened now: there is no workflow for it, or the database is busy. */
  async function openLinked(
    row: OutboxRow,
    effect: Extract<Effect, { type: 'open' }>,
    gathered: Gathered,
  ): Promise<boolean> {
    const failed = (error: string) => {
      ports.logger.error('A linked item could not be opened', { item: row.item, kind: effect.kind, error });
      ports.metrics.count('LinkedNotOpened', 1);
    };
    try {
      const linked = await open(gathered.item, effect);
      if (linked === null) {
        const error = `nothing opens a ${effect.kind} here`;
        failed(error);
        await ports.outbox.finish(row, 'failed', ports.clock.now(), { error });
        return true;
      }
      const entry = entryOf(gathered, { type: 'linkedOpened', ...linked, kind: effect.kind });
      await ports.outbox.finish(row, 'done', entry.at, {}, entry);
      return true;
    } catch (error) {
      failed(String(error));
      await ports.outbox.postpone(row, ports.clock.now() + OPEN_AGAIN, String(error));
      return false;
    }
  }

  /** Told once, whatever became of the origin meanwhile. */
  async function tellOrigin(
    row: OutboxRow,
    { id, origin, status }: Extract<Effect, { type: 'tellOrigin' }>,
    { item: { id: item, number, kind } }: Gathered,
  ): Promise<void> {
    await decide(row.company, origin, () => ({ type: 'linkedEnded', item, number, kind, status }), {
      key: `linked/${id}`,
    });
    await ports.outbox.finish(row, 'done', ports.clock.now(), {});
  }

  /** Item and timeline for the mails of one dispatch, read again a second later and after a decision of its own. */
  function createReading(company: string, item: string): Reading {
    let known: { at: Instant; gathered: Gathered; timeline?: Entry[] } | null = null;
    const read = async () => {
      if (known === null || ports.clock.now() - known.at > SECOND)
        known = { at: ports.clock.now(), gathered: await gather(company, item) };
      return known;
    };
    return {
      gathered: async () => (await read()).gathered,
      async timeline() {
        const one = await read();
        one.timeline ??= await readTimeline(ports, company, item);
        return one.timeline;
      },
      forget() {
        known = null;
      },
    };
  }

  async function deliver(
    row: OutboxRow,
    effect: Extract<Effect, { type: 'mail' | 'mailResident' }>,
    reading: Reading,
  ): Promise<boolean> {
    const gathered = await reading.gathered();
    const refuse = (why: string, refused?: string) => {
      reading.forget();
      return giveUp(row, gathered, why, refused);
    };
    const to = addressOf(gathered, effect);
    if (to === null) return refuse('no address');
    if (await ports.suppressions.isSuppressed(row.company, to)) return refuse('suppressed');
    const message = await write(gathered, effect, to, row, reading);
    try {
      const { providerId } = await ports.mailer.send(message);
      const sent = entryOf(gathered, {
        type: 'sent',
        effect: effect.id,
        to: effect.type === 'mail' ? effect.to : 'resident',
        reason: effect.type === 'mail' ? effect.reason : 'resident',
        template: effect.template,
      });
      await toldTogether.sent(row.company, effect, sent);
      await ports.outbox.finish(row, 'done', sent.at, { providerId }, sent);
      return true;
    } catch (error) {
      const now = ports.clock.now();
      if (error instanceof MailRefused) return refuse(error.why, to);
      const minutes = BACKOFF_MINUTES[row.attempts - 1];
      const why = error instanceof MailFailed ? error.why : String(error);
      ports.logger.warn('A mail could not be sent', { item: row.item, effect: effect.id, attempts: row.attempts, why });
      ports.metrics.count('MailFailed', 1);
      if (minutes === undefined) return refuse(why);
      await ports.outbox.postpone(row, now + minutes * MINUTE, why);
      return false;
    }
  }

  async function write(
    gathered: Gathered,
    effect: Extract<Effect, { type: 'mail' | 'mailResident' }>,
    to: string,
    row: OutboxRow,
    reading: Reading,
  ): Promise<Message> {
    const now = ports.clock.now();
    const tags = { company: row.company, item: row.item, effect: effect.id };
    const messageId = `${effect.id}.${row.company}`;
    const reader = readerOf(effect);
    const envelope = { to, messageId, thread: `${row.item}/${reader}.${row.company}`, tags };
    if (effect.type === 'mailResident') {
      const view = await composeResidentMail(ports, gathered, effect, now);
      return { ...envelope, ...ports.renderer.resident(view, gathered.templates), language: view.language };
    }
    const person = personById(gathered.facts.directory, effect.to);
    if (!person) throw new Error(`unknown person ${effect.to}`);
    if (effect.together) {
      const view = await composeDigest(gathered, effect, person, now);
      return { ...envelope, ...ports.renderer.digest(view), language: person.language };
    }
    const view = await compose(gathered, effect, person, await reading.timeline(), now);
    return { ...envelope, ...ports.renderer.staff(view, gathered.templates), language: person.language };
  }

  /**
   * Nobody was reached: the timeline says so and the next person or level is asked at once; a resident is called.
   * `refused` is an address that takes no mail: noted with its reason first, then suppressed.
   */
  async function giveUp(row: OutboxRow, gathered: Gathered, why: string, refused?: string): Promise<boolean> {
    const { effect } = row;
    if (effect.type !== 'mail' && effect.type !== 'mailResident') return true;
    const to = effect.type === 'mail' ? effect.to : 'resident';
    const bounced = entryOf(gathered, { type: 'bounced', effect: effect.id, to, why });
    const again = row.retries ? `/${row.retries}` : '';
    await ports.items.append(row.company, row.item, [bounced], `bounced/${effect.id}${again}`);
    if (refused) await ports.suppressions.suppress(row.company, refused, why, ports.clock.now(), gathered.item.site);
    await decide(row.company, row.item, () => undeliverableEvent(effect), { key: `undeliverable/${effect.id}` });
    await toldTogether.bounced(row.company, effect, bounced, again);
    await ports.outbox.finish(row, 'failed', ports.clock.now(), { error: why });
    ports.metrics.count('MailUndeliverable', 1);
    return true;
  }

  function entryOf({ item }: Gathered, happening: Happening): NewEntry {
    return { at: ports.clock.now(), by: 'system', step: item.step, level: item.level, ...happening };
  }
};
export type DispatchEffects = ReturnType<typeof createDispatchEffects>;

interface Reading {
  gathered(): Promise<Gathered>;
  timeline(): Promise<Entry[]>;
  forget(): void;
}

/** Effects to one reader keep their order. */
function readerOf(effect: Effect): string {
  if (effect.type === 'mail') return effect.to;
  if (effect.type === 'notice') return effect.id;
  if (effect.type !== 'mailResident') return effect.type;
  return effect.report ? `resident-${effect.report}` : 'resident';
}
