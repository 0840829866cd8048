import { coverageOver } from '#domain/coverage/coverage-over';
import { departmentsOf, workflowsOf } from '#domain/coverage/departments-of';
import { FORECAST_DAYS, type Lane } from '#domain/coverage/gap';
import { idFor } from '#domain/document-id';
import { may } from '#domain/permission';
import { DAY, HOUR } from '#domain/time';
import type { Caller } from '#http/caller';
import type { CoverageView } from '#http/schemas/coverage';
import { wireInstant } from '#http/schemas/wire';
import type { DocumentHead, FrozenPublication, Ports } from '#ports';
import { NotFound } from './errors.ts';
import { type CompanyFacts, type LoadDirectory, routingAt, versionAt } from './load-directory.ts';
import { createCalendarLoader } from './load-facts.ts';
import { directoriesAfter, plansFor } from './planned-directories.ts';
import { requireAtSite, siteOf } from './site-access.ts';

type CoveragePorts = Pick<Ports, 'clock' | 'documents' | 'planned'> & { loadDirectory: LoadDirectory };

/** A forecast is computed anew when a document it was made from changes, and after a day. */
const KEPT = DAY;

/**
 * Whom the workflows in force at a site would reach in the next 90 days, with what is planned for its people from when it
 * is due. Throws NotAllowed | NotFound (also for a site
 * without its calendar).
 */
export const createShowCoverage = ({ clock, documents, planned, loadDirectory }: CoveragePorts) => {
  const loadCalendar = createCalendarLoader({ documents });
  const kept = new Map<string, { made: string; at: number; view: CoverageView }>();

  const compute = async (
    { company, site, plans }: { company: string; site: string; plans: readonly FrozenPublication[] },
    facts: CompanyFacts,
    calendar: DocumentHead,
  ) => {
    const { directory, heads } = facts;
    const later = directoriesAfter(company, facts, plans);
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
        const at = { directory, calendar: compiled, site, departments };
        const lanes = coverageOver(version.body, at, later, from, to);
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
    // Plans are known to those only who may publish at the site.
    const knows = may(caller.person, 'document.publish', { site }, facts.directory);
    const plans = knows ? await plansFor({ planned }, company, site, facts) : [];
    const key = `${company}/${site}/${knows}`;
    const made = [
      ...facts.heads.map(({ kind, id, version, retired }) => `${kind}/${id}@${version}${retired ?? ''}`),
      ...plans.map(({ plan }) => plan),
    ].join();
    const known = kept.get(key);
    const age = known ? clock.now() - known.at : KEPT;
    if (known?.made === made && age >= 0 && age < KEPT) return known.view;
    const view = await compute({ company, site, plans }, facts, calendar);
    kept.set(key, { made, at: clock.now(), view });
    return view;
  };
};

const wireLane = ({ gaps, ...lane }: Lane): CoverageView['workflows'][number]['lanes'][number] => ({
  ...lane,
  gaps: gaps.map(({ from, to, ...gap }) => ({ ...gap, from: wireInstant(from), to: wireInstant(to) })),
});
