import { addDays, DAY, HOUR, type Instant, localDate } from '#domain/time';
import type { System } from '#local/system';
import { createGoodCases } from '#usecases/improvements/good-cases';
import { createImprovements } from '#usecases/improvements/improvements';
import { createReadFigure } from '#usecases/learned/read-figure';
import type { HistorySpan } from './history-record.ts';
import type { DemoSite } from './parts.ts';

const CASES = 2;
/** When the day's look at the figures has opened an improvement, it is planned, done, and looked at in the end. */
const AHEAD = { plan: 34, done: 30, judge: 13 };
const words = {
  'zh-CN': {
    told: {
      cause: '修好后没有当面试给住户看，过几天问题再次出现。',
      action: '离开前与住户一起试一遍，留下联系方式；三天后由管家电话确认。',
      note: '班前会已交底，各片区当天开始执行。',
      seen: '同一指标前后对照，并抽看了十条住户原话。',
      conclusion: '写入上门维修标准，新员工入职时演练。',
    },
    cause: '门机皮带和水泵轴承老化，备件常缺货，平均等两天以上。',
    action: '每周五盘点备件，提前一周下单；老化部件列入季度更换计划。',
    titles: ['先装临时措施，再彻底修复', '说到做到：答复时间一次不差'],
    whys: [
      '当晚先保证安全和使用，第二天换件，完成后主动打电话确认。其他楼栋可以照做。',
      '每次答应的答复时间都提前半小时回电，住户不用再催。',
    ],
  },
  en: {
    told: {
      cause: 'The work was not tried out with the resident, and came back days later.',
      action: 'Try it together before leaving, leave a number; the steward calls after three days.',
      note: 'Explained at the morning meeting; all areas began the same day.',
      seen: 'Compared the same figure and read ten remarks of residents.',
      conclusion: 'Part of the standard for repairs at home now, and practised with newcomers.',
    },
    cause: 'Belts and bearings have aged, and spare parts are out of stock for two days or more.',
    action: 'Count spare parts every Friday and order a week ahead; replace aged parts each quarter.',
    titles: ['Safe for the night first, then mended for good', 'Every promised reply on time'],
    whys: [
      'Made it safe the same evening, changed the part the next day, then called to ask. Others can do the same.',
      'Called half an hour before each promised time, so nobody had to ask.',
    ],
  },
} as const;

/**
 * What a manager of the demo estate does about figures: what residents think of the work is improved and looked at in the
 * end, how facilities stand is being improved, and two complaints that went well are marked. Says when.
 */
export function planImproving(
  { ports, loadDirectory, loadFacts }: Pick<System, 'ports' | 'loadDirectory' | 'loadFacts'>,
  company: string,
  { site }: DemoSite,
  { from, until }: HistorySpan,
): { at: Instant; run: () => Promise<void> }[] {
  const parts = { ...ports, loadDirectory };
  const improvements = createImprovements({ ...parts, loadFacts, readFigure: createReadFigure(parts) });
  const goodCases = createGoodCases(parts);
  const { told, cause, action, titles, whys } = words[site.language];
  const director = async () => {
    const { directory } = await loadDirectory(company);
    const person = directory.organisation.people.find(({ id }) => id === site.director);
    if (!person) throw new Error(`${site.id} has no director.`);
    return { company, person, language: person.language };
  };

  const improve = async (): Promise<void> => {
    const by = await director();
    const figure = { site: site.id, measure: 'condition', by: null, target: 1, days: 30 } as const;
    const { id, version } = await improvements.open(by, figure, 'demo-condition');
    const owner = site.departments.find((one) => one.id === 'engineering')?.head ?? by.person.id;
    const actionBy = addDays(localDate(until, site.zone), 3);
    await improvements.plan(by, id, { expected: version, cause, action, owner, actionBy, weeks: 4 });
  };
  /** Those the daily look has opened that stand at `state`. */
  const ofVisits = async (by: Awaited<ReturnType<typeof director>>, state: 'plan' | 'do' | 'check') => {
    const { data } = await improvements.list(by, { site: site.id, list: state, limit: 20 });
    return data.filter(({ opened }) => opened.by === 'system');
  };
  const planVisits = async (): Promise<void> => {
    const by = await director();
    const owner = site.departments.find(({ id }) => id === 'customer-centre')?.head ?? by.person.id;
    const actionBy = addDays(localDate(ports.clock.now(), site.zone), 7);
    const planned = { cause: told.cause, action: told.action, owner, actionBy, weeks: 2 };
    for (const { id, version } of await ofVisits(by, 'plan'))
      await improvements.plan(by, id, { expected: version, ...planned });
  };
  const doVisits = async (): Promise<void> => {
    const by = await director();
    const on = localDate(ports.clock.now(), site.zone);
    for (const { id, version } of await ofVisits(by, 'do'))
      await improvements.done(by, id, { expected: version, on, note: told.note });
  };
  const judgeVisits = async (): Promise<void> => {
    const by = await director();
    const { seen, conclusion } = told;
    for (const one of await ofVisits(by, 'check')) {
      const { id, version, compared } = await improvements.check(by, one.id, one.version);
      if (compared) await improvements.close(by, id, { expected: version, seen, effect: compared, conclusion });
    }
  };
  const praise = async (): Promise<void> => {
    const by = await director();
    const ended = { from, to: ports.clock.now() };
    const { rows } = await ports.items.ended(company, site.id, ended, { status: 'closed' }, { limit: CASES });
    for (const [index, { id }] of rows.entries())
      await goodCases.mark(by, id, { title: titles[index] ?? '', why: whys[index] ?? '' });
  };
  const daysBefore = (days: number) => until - days * DAY - HOUR;
  return [
    { at: daysBefore(AHEAD.plan), run: planVisits },
    { at: daysBefore(AHEAD.done), run: doVisits },
    { at: daysBefore(AHEAD.judge), run: judgeVisits },
    { at: daysBefore(9), run: improve },
    { at: daysBefore(1), run: praise },
  ].filter(({ at }) => at > from);
}
