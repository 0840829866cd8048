import type { z } from 'zod';
import * as course from '#domain/improvement/course';
import { meets, rangeOf, windowAfter, windowBack } from '#domain/improvement/figures';
import type { Improvement } from '#domain/improvement/improvement';
import { daysOfQuarter } from '#domain/improvement/quarter';
import { type FigureRef, valueWords } from '#domain/learned/figure';
import { may } from '#domain/permission';
import { localDate } from '#domain/time';
import type { Caller } from '#http/caller';
import type {
  DoneImprovement,
  ImprovementDetail,
  ImprovementQuery,
  ImprovementRow,
  JudgedImprovement,
  NewImprovement,
  PlannedImprovement,
} from '#http/schemas/improvement';
import type { OutboxRow, Ports } from '#ports';
import { InvalidInput, NotAllowed, NotFound, problem } from '../errors.ts';
import type { ReadFigure } from '../learned/read-figure.ts';
import type { ListOf } from '../list-work.ts';
import type { CompanyFacts, LoadDirectory } from '../load-directory.ts';
import type { LoadFacts } from '../load-facts.ts';
import { requireAtSite, siteOf } from '../site-access.ts';
import { improvementDetail, improvementRow } from './improvement-view.ts';
import { noticeOf } from './notices.ts';
import { openOne } from './open-improvement.ts';
import { hasParts, partNamesAt } from './part-names.ts';

export type ImprovementPorts = Pick<Ports, 'improvements' | 'items' | 'documents' | 'clock' | 'ids'> & {
  loadDirectory: LoadDirectory;
  loadFacts: LoadFacts;
  readFigure: ReadFigure;
};

/** Improvements (改进, PDCA): what is done about figures that miss their target. Throws NotFound | NotAllowed | InvalidInput | ImprovementChanged | FigureTaken. */
export function createImprovements(ports: ImprovementPorts) {
  const { improvements, clock, ids, loadDirectory, loadFacts, readFigure } = ports;

  const todayAt = (site: string, { directory }: Pick<CompanyFacts, 'directory'>) =>
    localDate(clock.now(), siteOf(site, directory).zone);
  const showing = async (company: string, site: string, facts: CompanyFacts) => ({
    today: todayAt(site, facts),
    partName: await partNamesAt(ports, company, facts, site),
  });
  const rights = ({ person }: Caller, { site, owner }: Improvement, { directory }: Pick<CompanyFacts, 'directory'>) => {
    const manage = may(person, 'improvement.write', { site }, directory);
    return { manage, record: manage || (person.active && owner === person.id) };
  };
  const read = async (caller: Caller, id: string) => {
    const improvement = await improvements.get(caller.company, id);
    if (!improvement) throw new NotFound('improvement');
    const facts = await loadDirectory(caller.company);
    const mine = rights(caller, improvement, facts);
    if (!mine.record && !may(caller.person, 'improvement.read', { site: improvement.site }, facts.directory))
      throw new NotAllowed('improvement.read');
    return { improvement, facts, mine };
  };
  const detail = async (caller: Caller, improvement: Improvement, facts: CompanyFacts): Promise<ImprovementDetail> =>
    improvementDetail(
      improvement,
      await showing(caller.company, improvement.site, facts),
      rights(caller, improvement, facts),
    );

  /** One step of its course; `notices`: the mails it brings about. */
  const step = async (
    caller: Caller,
    id: string,
    needs: 'manage' | 'record',
    expected: number,
    take: (improvement: Improvement, doing: course.Doing) => course.Outcome | Promise<course.Outcome>,
    notices: (improvement: Improvement, before: Improvement, today: string) => Promise<OutboxRow[]> = async () => [],
  ): Promise<ImprovementDetail> => {
    const { improvement, facts, mine } = await read(caller, id);
    if (!mine[needs]) throw new NotAllowed('improvement.write');
    const today = todayAt(improvement.site, facts);
    // On what the person saw: another version is refused when it is stored.
    const seen = { ...improvement, version: expected };
    const outcome = await take(seen, { by: caller.person.id, at: clock.now(), today });
    if (!outcome.ok) throw new InvalidInput(outcome.refusals.map(({ field, code }) => problem([field], code)));
    const { improvement: after } = outcome;
    await improvements.put(after, await notices(after, improvement, today));
    return detail(caller, after, facts);
  };

  const judgeFigure = async (
    caller: Caller,
    { target, days: _, ...ref }: NewImprovement,
    facts: CompanyFacts,
  ): Promise<void> => {
    const { measure, by } = ref;
    const { least, most } = rangeOf(measure);
    const outside = target < least || target > most;
    const range = { least: valueWords(measure, least), most: valueWords(measure, most) };
    const parted = by === null || hasParts(measure, by);
    const partName = await partNamesAt(ports, caller.company, facts, ref.site);
    const issues = [
      ...(outside ? [problem(['target'], 'target_out_of_range', range)] : []),
      ...(parted ? [] : [problem(['by', 'dimension'], 'figure_has_no_such_parts')]),
      ...(by !== null && parted && partName(by) === null ? [problem(['by', 'value'], 'no_such_part')] : []),
    ];
    if (issues.length > 0) throw new InvalidInput(issues);
  };
  const measure = async (company: string, ref: FigureRef, period: { from: string; to: string }) => ({
    ...(await readFigure(company, ref, period)),
    ...period,
  });

  return {
    async list(caller: Caller, query: z.infer<typeof ImprovementQuery>): Promise<ListOf<ImprovementRow>> {
      const { site, list, quarter, ...page } = query;
      const facts = await loadDirectory(caller.company);
      requireAtSite(caller, 'improvement.read', site, facts.directory);
      const { company } = caller;
      const { rows, next } =
        list === 'closed'
          ? await improvements.closed(company, site, quarter === undefined ? null : daysOfQuarter(quarter), page)
          : await improvements.open(company, site, list === 'open' ? null : list, page);
      const shown = await showing(company, site, facts);
      return { data: rows.map((one) => improvementRow(one, shown)), next };
    },

    async show(caller: Caller, id: string): Promise<ImprovementDetail> {
      const { improvement, facts } = await read(caller, id);
      return detail(caller, improvement, facts);
    },

    /** By hand; the same `key` opens one. */
    async open(caller: Caller, wanted: NewImprovement, key?: string): Promise<ImprovementDetail> {
      const { company, person } = caller;
      const { target, days, ...ref } = wanted;
      const facts = await loadDirectory(company);
      requireAtSite(caller, 'improvement.write', ref.site, facts.directory);
      const id = key === undefined ? ids.next() : ids.from(`${company}/improvement/${person.id}/${key}`);
      const known = key === undefined ? null : await improvements.get(company, id);
      if (known) return detail(caller, known, facts);
      await judgeFigure(caller, wanted, facts);
      const before = await measure(company, ref, windowBack(todayAt(ref.site, facts), days));
      if (meets(ref.measure, before, target)) throw new InvalidInput([problem(['target'], 'target_met')]);
      const opening = { id, company, ref, target, days, before, by: person.id, tell: null };
      try {
        return detail(caller, await openOne(ports, opening, await loadFacts(company, ref.site)), facts);
      } catch (error) {
        // The same request at the same moment, which was first.
        const opened = await improvements.get(company, id);
        if (!opened) throw error;
        return detail(caller, opened, facts);
      }
    },

    /** Whoever is to do it is told, and told again when somebody else or another day was chosen. */
    plan: (caller: Caller, id: string, { expected, ...planned }: PlannedImprovement) =>
      step(
        caller,
        id,
        'manage',
        expected,
        async (improvement, doing) => {
          const { directory } = await loadDirectory(caller.company);
          const owner = directory.organisation.people.find((one) => one.id === planned.owner);
          const isOurs = owner?.active === true && owner.role !== 'contractor';
          const isHere = isOurs && (owner.role === 'admin' || owner.sites.includes(improvement.site));
          if (!isHere) throw new InvalidInput([problem(['owner'], 'unknown_person_chosen')]);
          return course.plan(improvement, planned, doing);
        },
        async (after, before) => {
          const isNew = before.state === 'plan' || before.owner !== after.owner || before.actionBy !== after.actionBy;
          if (!isNew || after.owner === null || after.owner === caller.person.id) return [];
          const facts = await loadFacts(caller.company, after.site);
          const told = { why: 'assigned', to: after.owner, once: `assigned-${after.version}` } as const;
          return [noticeOf(after, told, facts, clock.now())];
        },
      ),

    /** Done long ago, the check may be due at once: its day will not come again. */
    done: (caller: Caller, id: string, { expected, ...done }: DoneImprovement) =>
      step(
        caller,
        id,
        'record',
        expected,
        (improvement, doing) => course.recordDone(improvement, done, doing),
        async (after, _, today) => {
          const isDue = after.checkOn !== null && after.checkOn <= today;
          if (!isDue || after.owner === null || after.owner === caller.person.id) return [];
          const facts = await loadFacts(caller.company, after.site);
          const told = { why: 'checkDue', to: after.owner, once: `check-${after.checkOn}` } as const;
          return [noticeOf(after, told, facts, clock.now())];
        },
      ),

    /** The same figure once more, as it stands now. */
    check: (caller: Caller, id: string, expected: number) =>
      step(caller, id, 'record', expected, async (improvement, doing) => {
        const why = course.whyNotRead(improvement, doing.today);
        if (why) return { ok: false, refusals: [why] };
        const { ref, days, done, opened } = improvement;
        const after = await measure(caller.company, ref, windowAfter(doing.today, days, done?.on ?? opened.on));
        return course.recordFigure(improvement, after, doing);
      }),

    close: (caller: Caller, id: string, { expected, ...judged }: JudgedImprovement) =>
      step(caller, id, 'manage', expected, (improvement, doing) => course.close(improvement, judged, doing)),

    startOver: (caller: Caller, id: string, { expected, ...judged }: JudgedImprovement) =>
      step(caller, id, 'manage', expected, (improvement, doing) => course.startOver(improvement, judged, doing)),
  };
}
export type ImprovementsUse = ReturnType<typeof createImprovements>;
