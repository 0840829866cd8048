import type { z } from 'zod';
import type { Recovery } from '#domain/care/recovery';
import { yuanOf } from '#domain/money';
import type { Caller } from '#http/caller';
import type { RecoveryPage, RecoveryQuery, RecoveryRow } from '#http/schemas/recovery';
import { wireInstant } from '#http/schemas/wire';
import type { Ports } from '#ports';
import type { LoadDirectory } from '../load-directory.ts';
import { requireAtSite, siteOf } from '../site-access.ts';
import { monthOf } from './recovery-desk.ts';

/** For managers: what a month of a site cost, and who gave it. Throws NotAllowed | NotFound (site) | BadCursor. */
export const createListRecoveries =
  (ports: Pick<Ports, 'clock' | 'recoveries'> & { loadDirectory: LoadDirectory }) =>
  async (caller: Caller, { site, month: asked, ...page }: z.infer<typeof RecoveryQuery>): Promise<RecoveryPage> => {
    const { company } = caller;
    const { directory } = await ports.loadDirectory(company);
    requireAtSite(caller, 'recovery.read', site, directory);
    const month = asked ?? monthOf(ports.clock.now(), siteOf(site, directory).zone);
    const [{ rows, next }, given] = await Promise.all([
      ports.recoveries.list(company, site, month, page),
      ports.recoveries.given(company, site, month),
    ]);
    const sum = (pick: (one: (typeof given)[number]) => number) => given.reduce((all, one) => all + pick(one), 0);
    return {
      ...{ data: rows.map(rowView), next, month },
      total: { amount: yuanOf(sum(({ fen }) => fen)), count: sum(({ count }) => count) },
      people: given.map(({ person, fen, count }) => ({ person, amount: yuanOf(fen), count })),
    };
  };
export type ListRecoveries = ReturnType<typeof createListRecoveries>;

const rowView = ({ at, person, fen, gesture, item, number, kind }: Recovery): RecoveryRow => ({
  ...{ at: wireInstant(at), person, amount: yuanOf(fen), gesture },
  ...{ item, number, kind },
});
