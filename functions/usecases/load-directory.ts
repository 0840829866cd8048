import { inForce, siteOf } from '#domain/document-id';
import { type Forms, noForms } from '#domain/forms/forms';
import type { Absences, Directory, Rosters } from '#domain/organisation';
import type { Routing } from '#domain/routing';
import type { Templates } from '#domain/templates/templates';
import type { DocumentHead, DocumentKind, DocumentVersion, Ports } from '#ports';
import { NotFound } from './errors.ts';

export interface CacheOptions {
  /** How long the pointers to current versions may be kept, in ms of real time. @default 0: asked each time */
  cacheMs?: number;
  /** Milliseconds of real time, from any origin. @default performance.now */
  elapsed?: () => number;
}

/** The company's current documents of one moment: names, duties and routing. */
export interface CompanyFacts {
  directory: Directory;
  /** The company's; what holds at a site is told by `routingAt`. */
  routing: Routing;
  /** Of the sites that have one of their own. */
  ownRouting: ReadonlyMap<string, Routing>;
  /** The company's words and forms; null and none where nobody published any. */
  words: Templates | null;
  forms: Forms;
  heads: readonly DocumentHead[];
}

const noRosters: Rosters = { rosters: [] };
const noAbsences: Absences = { absences: [] };

/** The routing of a site: its own where there is one. */
export const routingAt = ({ routing, ownRouting }: CompanyFacts, site: string): Routing =>
  ownRouting.get(site) ?? routing;

/** The version `heads` points to, or null where there is none. Bodies are immutable; the store keeps them. */
export const versionAt = async <K extends DocumentKind>(
  ports: Pick<Ports, 'documents'>,
  company: string,
  heads: readonly DocumentHead[],
  kind: K,
  id: string,
): Promise<DocumentVersion<K> | null> => {
  const head = heads.find((found) => found.kind === kind && found.id === id);
  return head ? ports.documents.version(company, kind, id, head.version) : null;
};

/** Throws NotFound for a company without organisation or routing; rosters and absences may be missing. */
export const createDirectoryLoader = (ports: Pick<Ports, 'documents'>, options: CacheOptions = {}) => {
  const { cacheMs = 0, elapsed = () => performance.now() } = options;
  const kept = new Map<string, { at: number; heads: readonly DocumentHead[] }>();
  const last = new Map<string, Directory>();

  const headsOf = async (company: string): Promise<readonly DocumentHead[]> => {
    if (cacheMs <= 0) return ports.documents.heads(company);
    const at = elapsed();
    const known = kept.get(company);
    if (known && at - known.at < cacheMs) return known.heads;
    const heads = await ports.documents.heads(company);
    kept.set(company, { at, heads });
    return heads;
  };

  /** The same object for the same documents: indexes are remembered by it. */
  const sameDirectory = (company: string, next: Directory): Directory => {
    const known = last.get(company);
    const same =
      known?.organisation === next.organisation && known.rosters === next.rosters && known.absences === next.absences;
    if (known && same) return known;
    last.set(company, next);
    return next;
  };

  const ownRoutingOf = async (company: string, heads: readonly DocumentHead[]): Promise<Map<string, Routing>> => {
    const found = await Promise.all(
      inForce(heads, 'routing').map(async ({ id }) => {
        const site = siteOf(id);
        const own = site === null ? null : await versionAt(ports, company, heads, 'routing', id);
        return site === null || !own ? [] : [[site, own.body] as const];
      }),
    );
    return new Map(found.flat());
  };

  return async (company: string): Promise<CompanyFacts> => {
    const heads = await headsOf(company);
    const [organisation, rosters, absences, routing, ownRouting, templates, forms] = await Promise.all([
      versionAt(ports, company, heads, 'organisation', 'main'),
      versionAt(ports, company, heads, 'rosters', 'main'),
      versionAt(ports, company, heads, 'absences', 'main'),
      versionAt(ports, company, heads, 'routing', 'main'),
      ownRoutingOf(company, heads),
      versionAt(ports, company, heads, 'templates', 'main'),
      versionAt(ports, company, heads, 'forms', 'main'),
    ]);
    if (!organisation || !routing) throw new NotFound('company');
    return {
      directory: sameDirectory(company, {
        organisation: organisation.body,
        rosters: rosters?.body ?? noRosters,
        absences: absences?.body ?? noAbsences,
      }),
      routing: routing.body,
      ownRouting,
      words: templates?.body ?? null,
      forms: forms?.body ?? noForms,
      heads,
    };
  };
};
export type LoadDirectory = ReturnType<typeof createDirectoryLoader>;
