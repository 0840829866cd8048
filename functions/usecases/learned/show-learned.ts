import { type VisitMeasure, visitMeasures } from '#domain/learned/figure';
import type { Tally } from '#domain/order-rates';
import { may, sitesOf } from '#domain/permission';
import { periodBefore, type RateFilter, talliesFor, talliesForEach } from '#domain/rate-sums';
import { localDate } from '#domain/time';
import { targetsOf } from '#domain/visit-rules';
import type { Caller } from '#http/caller';
import type { Figures, LearnedQuery, LearnedView } from '#http/schemas/learned';
import type { Ports } from '#ports';
import type { LoadDirectory } from '../load-directory.ts';
import { periodOf } from '../orders/show-rates.ts';
import { requireAtSite, siteOf } from '../site-access.ts';
import { visitsAt } from '../visits/visits-at.ts';
import { countedBy, figureOf } from './read-figure.ts';

/** As the counters call what the query asks for. */
export const filterOf = ({ area, age, category, worker, rule }: Partial<Record<keyof typeof countedBy, string>>) =>
  ({ area, age, kind: category, person: worker, rule }) satisfies RateFilter;

const figuresOf = (tallies: Record<VisitMeasure, Tally>): Figures => ({
  satisfaction: figureOf(tallies.satisfaction),
  held: figureOf(tallies.held),
  onTime: figureOf(tallies.onTime),
  reached: figureOf(tallies.reached),
});

/** The figures of a site's visits in a period, with the one before, why scores were low and, when asked, each part. Throws NotAllowed | NotFound | InvalidInput. */
export const createShowLearned =
  ({
    rates,
    documents,
    clock,
    loadDirectory,
  }: Pick<Ports, 'rates' | 'documents' | 'clock'> & { loadDirectory: LoadDirectory }) =>
  async (caller: Caller, query: LearnedQuery): Promise<LearnedView> => {
    const { company, person: who } = caller;
    const { site, by } = query;
    const { directory, heads } = await loadDirectory(company);
    requireAtSite(caller, 'item.list', site, directory);
    const period = periodOf(query, localDate(clock.now(), siteOf(site, directory).zone));
    const before = periodBefore(period);
    const filter = filterOf(query);
    const [counted, settings] = await Promise.all([
      rates.sums(company, site, { from: before.from, to: period.to }, 'visits'),
      visitsAt({ documents }, company, heads, site),
    ]);

    const ofSites = async () => {
      const sites = sitesOf(who, directory.organisation).filter((id) => may(who, 'item.list', { site: id }, directory));
      const found = await Promise.all(
        sites.map(async (id) => ({
          id,
          // Areas and rules are a site's own; a category or somebody's work may be compared.
          tallies: talliesFor(visitMeasures, await rates.sums(company, id, period, 'visits'), period, filter),
        })),
      );
      return found.filter(({ tallies }) => visitMeasures.some((measure) => tallies[measure].of > 0));
    };
    const groups =
      by === undefined
        ? null
        : by === 'site'
          ? await ofSites()
          : talliesForEach(visitMeasures, counted, period, countedBy[by], filter);
    const why = talliesForEach(['low'], counted, period, 'reason', filter)
      .map(({ id, tallies }) => ({ reason: id, count: tallies.low.hit }))
      .filter(({ count }) => count > 0)
      .toSorted((a, b) => b.count - a.count);
    const { reasons = [], rules = [] } = settings?.visits ?? {};
    return {
      ...period,
      figures: figuresOf(talliesFor(visitMeasures, counted, period, filter)),
      before: figuresOf(talliesFor(visitMeasures, counted, before, filter)),
      groups: groups?.map(({ id, tallies }) => ({ id, figures: figuresOf(tallies) })) ?? null,
      why,
      targets: settings ? [...targetsOf(settings.visits)] : [],
      reasons,
      rules: rules.map(({ id, name }) => ({ id, name })),
    };
  };
