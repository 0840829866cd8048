import { bySystem } from '#domain/audit/link';
import { moveEntry } from '#domain/audit/publication';
import { DocumentChanged } from '#domain/errors';
import type { Item } from '#domain/item';
import { may } from '#domain/permission';
import type { Instant } from '#domain/time';
import type { Definition } from '#domain/workflow/definition';
import type { Move } from '#domain/workflow/move';
import { type MoveOutlook, moveOutlook, tryMove } from '#domain/workflow/move-outlook';
import type { Caller } from '#http/caller';
import type { MoveRefusal } from '#http/schemas/impact';
import type { Ports } from '#ports';
import { createGather, type Decide, type Gathered } from '../decide.ts';
import { parseBody } from '../document-bodies.ts';
import { InvalidInput, NotAllowed, NotFound, problem } from '../errors.ts';
import { type CompanyFacts, type LoadDirectory, versionAt } from '../load-directory.ts';
import type { LoadFacts } from '../load-facts.ts';
import { isCovered, isInForceAt, isVersionOf, movableSites } from './covered.ts';

type MovePorts = Pick<Ports, 'items' | 'documents' | 'clock' | 'audit'> & {
  loadDirectory: LoadDirectory;
  loadFacts: LoadFacts;
  decide: Decide;
};
interface Request {
  items: readonly string[];
  /** Where those go that cannot stay where they stand. */
  step: string | null;
}
type Named = Pick<Item, 'id' | 'number' | 'site'>;
type Refused = { refused: MoveRefusal };
/** What all of them move to. */
interface Target {
  pin: Item['workflow'];
  body: Definition;
}

const named = ({ id, number, site }: Item): Named => ({ id, number, site });

/** The item was to move when it was looked at, and is not any more: somebody acted in between. */
class MoveRefused extends Error {
  override readonly name = 'MoveRefused';
  constructor(readonly why: MoveRefusal) {
    super(`The item stays where it is: ${why}.`);
  }
}

/** Open items to another version of their workflow. Each is a decision of its own; what cannot move stays, with the reason. */
export const createMoves = (ports: MovePorts) => {
  const { clock, audit, decide } = ports;
  const gather = createGather(ports, ports.loadFacts);

  /** Throws NotFound | NotAllowed (not the caller's) */
  const gatherAll = (caller: Caller, facts: CompanyFacts, ids: readonly string[]) =>
    Promise.all(
      [...new Set(ids)].map(async (id): Promise<Gathered> => {
        const found = await gather(caller.company, id);
        const { site } = found.item;
        if (!may(caller.person, 'item.move', { site }, facts.directory)) throw new NotAllowed('item.move');
        return found;
      }),
    );

  const moveOf = (
    caller: Caller,
    { definition }: Gathered,
    { pin }: Target,
    { step }: Request,
  ): Move & { by: string } => ({
    ...{ from: definition, to: pin, step },
    by: caller.person.id,
  });

  /** Reasons that have nothing to do with where it stands. */
  const notThere = ({ item }: Gathered, { pin }: Target, covers: (site: string) => boolean): MoveRefusal | null => {
    if (item.endedAt !== null) return 'ended';
    if (!isVersionOf(pin.id, item.workflow) || !covers(item.site)) return 'otherWorkflow';
    return item.workflow.id === pin.id && item.workflow.version === pin.version ? 'already' : null;
  };

  /** Throws NotFound | DocumentChanged (another version is in force by now) */
  const inForce = async (caller: Caller, facts: CompanyFacts, id: string, version?: number): Promise<Target> => {
    const current = await versionAt(ports, caller.company, facts.heads, 'workflow', id);
    if (!current) throw new NotFound('document');
    if (version !== undefined && version !== current.version) throw new DocumentChanged(`workflow/${id}`, version);
    return { pin: { id, version: current.version }, body: current.body };
  };
  const drafted = (facts: CompanyFacts, id: string, draft: unknown): Target => {
    const head = facts.heads.find((one) => one.kind === 'workflow' && one.id === id);
    return { pin: { id, version: (head?.version ?? 0) + 1 }, body: parseBody('workflow', draft) };
  };

  return {
    /** Without `draft` to the version in force. Throws NotAllowed | NotFound | InvalidInput. */
    async preview(
      caller: Caller,
      id: string,
      request: Request & { draft?: unknown },
    ): Promise<(({ item: Named } & MoveOutlook) | ({ item: Named } & Refused))[]> {
      const facts = await ports.loadDirectory(caller.company);
      movableSites(caller, id, facts);
      const { draft } = request;
      const to = draft === undefined ? await inForce(caller, facts, id) : drafted(facts, id, draft);
      const now = clock.now();
      const found = await gatherAll(caller, facts, request.items);
      return found.map((one) => {
        const item = named(one.item);
        const holds = draft === undefined ? isInForceAt : isCovered;
        const refused = notThere(one, to, (site) => holds(facts.heads, id, site));
        if (refused) return { item, refused };
        return { item, ...moveOutlook(one.item, moveOf(caller, one, to, request), to.body, now, one.facts) };
      });
    },

    /**
     * Moves what has a place in the version in force; said again it finds them moved. The log of changes is told first.
     * @throws NotAllowed | NotFound | InvalidInput (the step chosen) | DocumentChanged
     */
    async move(caller: Caller, id: string, { version, ...request }: Request & { version: number }) {
      const facts = await ports.loadDirectory(caller.company);
      movableSites(caller, id, facts);
      const to = await inForce(caller, facts, id, version);
      if (request.step !== null && !to.body.steps.some((step) => step.id === request.step))
        throw new InvalidInput([problem(['step'], 'unknown_step')]);
      const judged = (one: Gathered, now: Instant): MoveRefusal | null => {
        const refused = notThere(one, to, (site) => isInForceAt(facts.heads, id, site));
        if (refused) return refused;
        const tried = tryMove(one.item, moveOf(caller, one, to, request), to.body, now, one.facts);
        return 'refused' in tried ? tried.refused : null;
      };
      const now = clock.now();
      const found = (await gatherAll(caller, facts, request.items)).map((one) => ({ one, why: judged(one, now) }));
      const going = found.filter(({ why }) => why === null).map(({ one }) => one);
      await tell(caller, to.pin, going, now);
      const left = found.flatMap(({ one, why }) => (why ? [{ item: named(one.item), refused: why }] : []));
      let moved = 0;
      for (const { item } of going) {
        try {
          const done = await decide(
            caller.company,
            item.id,
            (present, at) => {
              const why = judged(present, at);
              if (why === 'already') return null;
              if (why) throw new MoveRefused(why);
              return { type: 'moved', ...moveOf(caller, present, to, request) };
            },
            { definition: to.body },
          );
          if (!done.unchanged) moved += 1;
        } catch (error) {
          if (!(error instanceof MoveRefused)) throw error;
          left.push({ item: named(item), refused: error.why });
        }
      }
      return { moved, left };
    },
  };

  /** One link a site. */
  async function tell(caller: Caller, pin: Item['workflow'], going: readonly Gathered[], at: number): Promise<void> {
    const sites = new Map<string, number>();
    for (const { item } of going) sites.set(item.site, (sites.get(item.site) ?? 0) + 1);
    const asked = { by: caller.person.id, at, from: caller.from ?? bySystem };
    for (const [site, items] of sites)
      await audit.add(caller.company, moveEntry({ id: pin.id, to: pin.version, site, items }, asked));
  }
};
export type Moves = ReturnType<typeof createMoves>;
