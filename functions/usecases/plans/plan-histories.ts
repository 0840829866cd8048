import { type CompiledPlan, compilePlans } from '#domain/plan/compiled-plan';
import type { PlanHistory } from '#domain/plan/plan-state';
import type { Instant } from '#domain/time';
import type { DocumentHead, DocumentKind, Ports } from '#ports';
import { NotFound } from '../errors.ts';
import type { CompanyFacts } from '../load-directory.ts';
import { createCalendarLoader } from '../load-facts.ts';

type Compiled = ReadonlyMap<string, CompiledPlan>;
/** All plans of a site, each version of them (or of the site's calendar) in force from `since` on. */
export type SiteHistory = readonly { since: Instant; plans: Compiled }[];

export const historyOf = (site: SiteHistory, plan: string): PlanHistory =>
  site.map(({ since, plans }) => ({ since, plan: plans.get(plan) ?? null }));

/** Sites whose compiled plans are kept: two versions each, as a rule. */
const KEPT = 64;

/** Published plans, ready for the site's calendar. Versions never change: what was compiled is kept while the process lives. */
export const createPlanHistories = (ports: Pick<Ports, 'documents'>) => {
  const loadCalendar = createCalendarLoader(ports);
  const kept = new Map<string, Compiled>();

  const compiled = async (company: string, site: string, plans: number, calendar: DocumentHead): Promise<Compiled> => {
    const key = `${company}/${site}@${plans} ${calendar.id}@${calendar.version}`;
    const known = kept.get(key);
    if (known) return known;
    const document = await ports.documents.version(company, 'plans', site, plans);
    if (!document) throw new NotFound('document');
    const made = compilePlans(site, document.body.plans, await loadCalendar(company, calendar.id, calendar.version));
    if (kept.size >= KEPT) kept.delete(kept.keys().next().value ?? '');
    kept.set(key, made);
    return made;
  };

  /** Versions in force from `since` on, oldest first: the one of that time, and those after it. */
  const versionsSince = async (company: string, head: DocumentHead, since: Instant): Promise<DocumentHead[]> => {
    const found = [head];
    let cursor: string | undefined;
    while ((found[0] ?? head).at > since) {
      const page = await ports.documents.history(company, head.kind, head.id, { cursor, limit: 20 });
      for (const one of page.rows)
        if (one.version < (found[0] ?? head).version && (found[0] ?? head).at > since) found.unshift(one);
      if (page.next === null) break;
      cursor = page.next;
    }
    return found;
  };
  const headOf = ({ heads }: Pick<CompanyFacts, 'heads'>, kind: DocumentKind, id: string) =>
    heads.find((one) => one.kind === kind && one.id === id);

  return {
    /** Empty: nobody published plans there, or there is no such site any more. @throws NotFound without a calendar */
    async since(company: string, site: string, facts: CompanyFacts, since: Instant): Promise<SiteHistory> {
      const plans = headOf(facts, 'plans', site);
      const known = facts.directory.organisation.sites.find(({ id }) => id === site);
      if (!plans || !known) return [];
      const calendar = headOf(facts, 'calendar', known.calendar);
      if (!calendar) throw new NotFound('document');
      const [ofPlans, ofCalendar] = await Promise.all([
        versionsSince(company, plans, since),
        versionsSince(company, calendar, since),
      ]);
      const at = (versions: readonly DocumentHead[], instant: Instant, first: DocumentHead) =>
        versions.findLast((one) => one.at <= instant) ?? versions[0] ?? first;
      const turns = [...new Set([...ofPlans, ...ofCalendar].map((one) => one.at))].sort((a, b) => a - b);
      // What changed by `since` is in the version of that time.
      const begins = turns.filter((turn, n) => turn > since || (turns[n + 1] ?? Number.POSITIVE_INFINITY) > since);
      return Promise.all(
        begins.map(async (turn) => ({
          since: turn,
          plans: await compiled(company, site, at(ofPlans, turn, plans).version, at(ofCalendar, turn, calendar)),
        })),
      );
    },

    /** When the plan came to be: the earliest of the versions in a row that have it. Null: the present one has not. */
    async bornAt(company: string, site: string, plan: string, facts: CompanyFacts): Promise<Instant | null> {
      const head = headOf(facts, 'plans', site);
      let born: Instant | null = null;
      for (let version = head?.version ?? 0; version > 0; version -= 1) {
        const document = await ports.documents.version(company, 'plans', site, version);
        if (!document?.body.plans.some(({ id }) => id === plan)) break;
        born = document.at;
      }
      return born;
    },
  };
};
