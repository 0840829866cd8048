import { addDays, DAY, type Instant, localDate } from '#domain/time';
import type { Route } from './route.ts';
import {
  DoneImprovement,
  ImprovementDetail,
  ImprovementPath,
  ImprovementQuery,
  ImprovementRow,
  ImprovementStep,
  JudgedImprovement,
  NewImprovement,
  PlannedImprovement,
} from './schemas/improvement.ts';
import {
  GoodCasePath,
  GoodCaseRow,
  ItemGoodCase,
  NewGoodCase,
  SharedListQuery,
  SharingQuery,
  SharingView,
} from './schemas/sharing.ts';
import { pageOf } from './schemas/wire.ts';

const DEMO_ZONE = 'Asia/Shanghai';
const today = (now: Instant) => localDate(now, DEMO_ZONE);
const paramsExample = { id: 'an-improvement' };
const judged = () => ({
  ...{ expected: 4, effect: 'better', seen: '及时率从 91 % 升到 98 %。' },
  conclusion: '备件提前一周下单，写入月度检查。',
});

/** Improvements (改进), good cases (优秀案例) and the quarterly sharing page. */
export const improvementRoutes = {
  listImprovements: {
    method: 'GET',
    path: '/api/improvements',
    summary: 'Improvements of a site: open ones longest due first, of one state, or closed ones',
    query: ImprovementQuery,
    response: pageOf(ImprovementRow),
  },
  openImprovement: {
    method: 'POST',
    path: '/api/improvements',
    summary: 'Open an improvement from a figure; 409 when it has one',
    keyed: true,
    body: NewImprovement,
    response: ImprovementDetail,
    status: 201,
    example: () => ({ site: 'east-lake', measure: 'timeliness', by: null, target: 0.99, days: 30 }),
  },
  showImprovement: {
    method: 'GET',
    path: '/api/improvements/{id}',
    summary: 'One improvement: plan, do, check, act',
    params: ImprovementPath,
    response: ImprovementDetail,
  },
  planImprovement: {
    method: 'POST',
    path: '/api/improvements/{id}/plan',
    summary: 'Cause, action, who does it and by when; 409 when somebody else changed it since',
    params: ImprovementPath,
    body: PlannedImprovement,
    response: ImprovementDetail,
    example: (now: Instant) => ({
      ...{ expected: 1, cause: '备件常缺货，等两天以上。', action: '每周五盘点，提前一周下单。' },
      ...{ owner: 'engineering-head', actionBy: addDays(today(now + DAY), 13), weeks: 4 },
    }),
    paramsExample,
  },
  recordImprovement: {
    method: 'POST',
    path: '/api/improvements/{id}/done',
    summary: 'It was done; the check is counted from that day',
    params: ImprovementPath,
    body: DoneImprovement,
    response: ImprovementDetail,
    example: (now: Instant) => ({ expected: 2, on: today(now), note: '已盘点并下单。' }),
    paramsExample,
  },
  checkImprovement: {
    method: 'POST',
    path: '/api/improvements/{id}/check',
    summary: 'Read the same figure once more, from the day of the check on',
    params: ImprovementPath,
    body: ImprovementStep,
    response: ImprovementDetail,
    example: () => ({ expected: 3 }),
    paramsExample,
  },
  closeImprovement: {
    method: 'POST',
    path: '/api/improvements/{id}/close',
    summary: 'Close it: refused until somebody looked at the effect',
    params: ImprovementPath,
    body: JudgedImprovement,
    response: ImprovementDetail,
    example: judged,
    paramsExample,
  },
  restartImprovement: {
    method: 'POST',
    path: '/api/improvements/{id}/restart',
    summary: 'It did not help enough: plan anew, from the figure read last',
    params: ImprovementPath,
    body: JudgedImprovement,
    response: ImprovementDetail,
    example: judged,
    paramsExample,
  },
  listGoodCases: {
    method: 'GET',
    path: '/api/good-cases',
    summary: 'Good cases of a site marked in a quarter, newest first',
    query: SharedListQuery,
    response: pageOf(GoodCaseRow),
  },
  showGoodCase: {
    method: 'GET',
    path: '/api/good-cases/{item}',
    summary: 'Whether an item is marked as a good case',
    params: GoodCasePath,
    response: ItemGoodCase,
  },
  markGoodCase: {
    method: 'PUT',
    path: '/api/good-cases/{item}',
    summary: 'Mark a complaint, order or visit as a good case, without names of residents',
    params: GoodCasePath,
    body: NewGoodCase,
    response: ItemGoodCase,
    example: () => ({ title: '停水前主动送水上门', why: '提前一天逐户确认，没有一户投诉。' }),
    paramsExample: { item: 'an-item' },
  },
  unmarkGoodCase: {
    method: 'DELETE',
    path: '/api/good-cases/{item}',
    summary: 'It is no good case any more',
    params: GoodCasePath,
    response: ItemGoodCase,
  },
  showSharing: {
    method: 'GET',
    path: '/api/sharing',
    summary: 'Figures of a site in a quarter beside those of the quarter before',
    query: SharingQuery,
    response: SharingView,
  },
  listSharedImprovements: {
    method: 'GET',
    path: '/api/sharing/improvements',
    summary: 'Improvements closed in a quarter with their effect, but those about one person',
    query: SharedListQuery,
    response: pageOf(ImprovementRow),
  },
} as const satisfies Record<string, Route>;
