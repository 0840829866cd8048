import { DAY, HOUR, type Instant } from '#domain/time';
import type { Ports } from '#ports';

/** Too many requests of one kind: nothing was taken. */
export class TooMany extends Error {
  override readonly name = 'TooMany';
  constructor(
    /** When another one is taken. */
    readonly again: Instant,
  ) {
    super('There have been too many requests.');
  }
}

/** How many of a kind in a fixed window. */
interface Rate {
  most: number;
  every: number;
}
/** By what is counted. A family files a few; a whole building behind one address some dozens. */
export const rates = {
  /** Reports from one address. */
  address: { most: 20, every: HOUR },
  /** Reports about one unit. */
  unit: { most: 10, every: DAY },
  /** Reports of one site. */
  site: { most: 300, every: HOUR },
  /** Faults of one facility told by its label. */
  asset: { most: 20, every: DAY },
  /** Forms for photos of faults told by labels, from one address. */
  photo: { most: 20, every: HOUR },
  /** Labels opened from one address: somebody may walk a whole building. */
  label: { most: 200, every: HOUR },
  /** Calendar feeds read from one address: an office full of telephones behind one. */
  feed: { most: 300, every: HOUR },
  /** What is sent by the link of one receipt. */
  receipt: { most: 20, every: HOUR },
} as const satisfies Record<string, Rate>;

/**
 * Counts one request under each name, the first that is full refuses. Names are sealed: the table does not tell which
 * addresses and units they were.
 * @throws TooMany
 */
export const createLimitRequests =
  (ports: Pick<Ports, 'clock' | 'limits' | 'links'>) =>
  async (company: string, names: readonly { kind: keyof typeof rates; name: string }[]): Promise<void> => {
    for (const { kind, name } of names) {
      const { most, every } = rates[kind];
      const sealed = await ports.links.seal(`${kind}/${name}`);
      const again = await ports.limits.take(company, `${kind}/${sealed}`, most, every, ports.clock.now());
      if (again !== null) throw new TooMany(again);
    }
  };
export type LimitRequests = ReturnType<typeof createLimitRequests>;
