import { coverage } from '#domain/coverage/coverage';
import { departmentsOf, workflowsOf } from '#domain/coverage/departments-of';
import { FORECAST_DAYS, type Lane } from '#domain/coverage/gap';
import { idFor } from '#domain/document-id';
import { DAY, HOUR } from '#domain/time';
import type { Caller } from '#http/caller';
import type { CoverageView } from '#http/schemas/coverage';
import { wireInstant } from '#http/schemas/wire';
import type { DocumentHead, Ports } from '#ports';
import { NotFound } from './errors.ts';
import { type CompanyFacts, type LoadDirectory, routingAt, versionAt } from './load-directory.ts';
import { createCalendarLoader } from './load-facts.ts';
import { requireAtSite, siteOf } from './site-access.ts';

type CoveragePorts = Pick<Ports, 'clock' | 'documents'> & { loadDirectory: LoadDirectory };

/** A forecast is computed anew when a document it was made from changes, and after a day. */
const KEPT = DAY;

/**
 * Whom the workflows in force at a site would reach in the next 90 days. Throws NotAllowed | NotFound (also for a site
 * without its calendar).
 */
export const createShowCoverage = ({ clock, documents, loadDirectory }: CoveragePorts) => {
  const loadCalendar = createCalendarLoader({ documents });
  const kept = new Map<string, { made: string; at: number; view: CoverageView }>();

  const compute = async (company: string, site: string, facts: CompanyFacts, calendar: DocumentHead) => {
    const { directory, heads } = facts;
    const routing = routingAt(facts, site);
    const now = clock.now();
    const from = Math.floor(now / HOUR) * HOUR;
    const to = from + FORECAST_DAYS * DAY;
    const compiled = await loadCalendar(company, calendar.id, calendar.version);
    const found = await Promise.all(
      workflowsOf(routing).map(async (base) => {
        const version = await versionAt(
          { documents },
          company,
          heads,
          'workflow',
          idFor(heads, 'workflow', base, site),
        );
        if (!version) return [];
        const departments = departmentsOf(routing, base);
        const lanes = coverage(version.body, { directory, calendar: compiled, site, departments }, from, to);
        return [{ id: version.id, version: version.version, name: version.body.name, lanes: lanes.map(wireLane) }];
      }),
    );
    const computedAt = wireInstant(now);
    return { site, from: wireInstant(from), to: wireInstant(to), computedAt, workflows: found.flat() };
  };

  return async (caller: Caller, site: string): Promise<CoverageView> => {
    const { company } = caller;
    const facts = await loadDirectory(company);
    requireAtSite(caller, 'document.read', site, facts.directory);
    const { calendar: hours } = siteOf(site, facts.directory);
    const calendar = facts.heads.find(({ kind, id }) => kind === 'calendar' && id === hours);
    if (!calendar) throw new NotFound('document');
    const key = `${company}/${site}`;
    const made = facts.heads.map(({ kind, id, version, retired }) => `${kind}/${id}@${version}${retired ?? ''}`).join();
    const known = kept.get(key);
    const age = known ? clock.now() - known.at : KEPT;
    if (known?.made === made && age >= 0 && age < KEPT) return known.view;
    const view = await compute(company, site, facts, calendar);
    kept.set(key, { made, at: clock.now(), view });
    return view;
  };
};

const wireLane = ({ gaps, ...lane }: Lane): CoverageView['workflows'][number]['lanes'][number] => ({
  ...lane,
  gaps: gaps.map(({ from, to, ...gap }) => ({ ...gap, from: wireInstant(from), to: wireInstant(to) })),
});
