import type { z } from 'zod';
import { bySystem } from '#domain/audit/link';
import { may } from '#domain/permission';
import { mailWords } from '#domain/timeline/tell';
import type { Caller } from '#http/caller';
import type {
  DeliveryQuery,
  DeliveryRow,
  LiftSuppression,
  RetryDelivery,
  SuppressedQuery,
} from '#http/schemas/delivery';
import { wireInstant, wireInstantOrNull } from '#http/schemas/wire';
import type { MailRow, Ports } from '#ports';
import { NotAllowed, NotFound } from './errors.ts';
import type { LoadDirectory } from './load-directory.ts';
import { requireAtSite } from './site-access.ts';

type DeliveryPorts = Pick<Ports, 'outbox' | 'suppressions' | 'items' | 'clock'> & { loadDirectory: LoadDirectory };

const rowView = (row: MailRow, language: Caller['language']): DeliveryRow[] => {
  const { effect, item, number, state, attempts, error, providerId, at, finishedAt, notBefore } = row;
  if (effect.type !== 'mail' && effect.type !== 'mailResident') return [];
  const reason = effect.type === 'mail' ? effect.reason : 'resident';
  return [
    {
      id: effect.id,
      complaint: item,
      number,
      to: effect.type === 'mail' ? effect.to : 'resident',
      about: mailWords(reason, effect.template, language),
      state,
      attempts,
      error,
      providerId,
      at: wireInstant(at),
      finishedAt: wireInstantOrNull(finishedAt),
      nextTry: state === 'pending' && attempts > 0 ? wireInstant(notBefore) : null,
    },
  ];
};

/** What became of a site's mails, and another try for those, and for addresses, that were given up. */
export const createDeliveries = ({ outbox, suppressions, items, clock, loadDirectory }: DeliveryPorts) => ({
  /** Newest first. Throws NotAllowed | NotFound. */
  async list(caller: Caller, { site, state, ...page }: z.infer<typeof DeliveryQuery>) {
    const { directory } = await loadDirectory(caller.company);
    requireAtSite(caller, 'delivery.read', site, directory);
    const { rows, next } = await outbox.mails(caller.company, site, state, page);
    return { data: rows.flatMap((row) => rowView(row, caller.language)), next };
  },

  /**
   * A mail that had failed is pending again and the timeline says who asked. One that has not failed, or not any more,
   * stays as it is: `retried` is false. Throws NotAllowed | NotFound.
   */
  async retry(caller: Caller, { complaint, id }: z.infer<typeof RetryDelivery>) {
    const { company, person } = caller;
    const [{ directory }, item] = await Promise.all([loadDirectory(company), items.get(company, complaint)]);
    if (!item) throw new NotFound('complaint');
    if (!may(person, 'delivery.retry', { site: item.site }, directory)) throw new NotAllowed('delivery.retry');
    const row = await outbox.get(company, complaint, id);
    if (!row || (row.effect.type !== 'mail' && row.effect.type !== 'mailResident')) throw new NotFound('document');
    const now = clock.now();
    const to = row.effect.type === 'mail' ? row.effect.to : ('resident' as const);
    const entry = {
      at: now,
      by: person.id,
      step: item.step,
      level: item.level,
      type: 'retried',
      effect: id,
      to,
    } as const;
    if (row.state !== 'failed') return { retried: false };
    // Noted first: a crash in between has it asked for once more rather than leave the timeline without it.
    await items.append(company, complaint, [entry], `retried/${id}/${(row.retries ?? 0) + 1}`);
    return { retried: await outbox.retry(row, now) };
  },

  /** Residents' addresses are among them. Throws NotAllowed | NotFound. */
  async listSuppressed(caller: Caller, { site, ...page }: z.infer<typeof SuppressedQuery>) {
    const { directory } = await loadDirectory(caller.company);
    requireAtSite(caller, 'delivery.read', site, directory);
    requireAtSite(caller, 'phone.read', site, directory);
    const { rows, next } = await suppressions.list(caller.company, site, page);
    return { data: rows.map(({ email, why, at }) => ({ id: email, email, why, at: wireInstant(at) })), next };
  },

  /** From the next mail on the address is tried again. Throws NotAllowed | NotFound. */
  async lift(caller: Caller, { site, email }: z.infer<typeof LiftSuppression>) {
    const { directory } = await loadDirectory(caller.company);
    requireAtSite(caller, 'delivery.retry', site, directory);
    const asked = { by: caller.person.id, at: clock.now(), from: caller.from ?? bySystem };
    return { lifted: await suppressions.lift(caller.company, site, email, asked) };
  },
});
