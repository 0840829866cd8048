import { z } from 'zod';
import { DAY, HOUR, type Instant, toIso } from '#domain/time';
import { type ActionName, actionNames } from '#domain/workflow/action';
import type { Route } from './route.ts';
import { actionBodies } from './schemas/action.ts';
import { ComplaintDetail } from './schemas/complaint.ts';

/** One body for each action, with names of the demo estate; times are counted from `now`. */
const actionExamples: { [N in ActionName]: (now: Instant) => z.input<(typeof actionBodies)[N]> } = {
  acknowledge: () => ({ note: '已收到，马上安排。' }),
  promise: (now) => ({ at: toIso(now + 2 * HOUR), told: '维修人员两小时内上门，届时再向您答复。' }),
  reply: (now) => ({ told: '灯管已订购，明天到货后更换。', nextReplyAt: toIso(now + DAY) }),
  handOver: () => ({ to: 'repairer-a', note: '需要登高作业。' }),
  notMine: () => ({ reason: '属于业主专有部分。' }),
  bringIn: () => ({ department: 'security', note: '更换灯具时请协助围蔽。' }),
  escalate: () => ({ reason: '需要停电检修，超出本岗位权限。' }),
  askSuperior: () => ({ question: '该区域是否仍在保修期内？' }),
  accept: () => ({ note: '现场核实属实。' }),
  reject: () => ({ reason: '现场检查照明正常。', told: '我们已到现场检查，照明正常；如再出现请随时联系。' }),
  pause: (now) => ({ reason: '等待备件到货。', until: toIso(now + DAY) }),
  resume: () => ({ note: '备件已到。' }),
  noAnswer: () => ({ note: '敲门三次无人应答。' }),
  resolve: () => ({ done: '更换灯管并检查线路。', told: '楼道灯已修好，感谢您的耐心。' }),
  verdict: () => ({ verdict: 'solved', score: 5, opinion: '处理及时。' }),
  withdraw: () => ({ reason: '住户来电表示已自行解决。' }),
  reopen: () => ({ reason: '住户反映当晚再次不亮。' }),
  note: () => ({ text: '已与住户约好晚间复查。' }),
  called: () => ({ call: 'call-1', reached: true, note: '已电话告知，住户表示理解。' }),
  correct: () => ({ category: 'power-water-outage', reason: '实际为整层停电。' }),
  check: () => ({ asset: null, section: 'machine-room', answers: [{ item: 'brake', value: 'pass' }] }),
  scan: () => ({ point: 'main-gate', code: '7KQ 2XM' }),
  complete: () => ({ done: '已按检查表完成保养。' }),
  visited: () => ({ score: 5, held: 'yes', onTime: 'yes', remarks: '师傅很耐心。' }),
  giveReason: () => ({ reason: 'came-back' }),
  openOrder: () => ({ work: '更换十二楼电梯厅灯管。' }),
  recover: () => ({ gesture: 'parts', words: '等候太久，门口感应灯一并免费更换。' }),
  approve: () => ({ note: '同意。' }),
  decline: () => ({ reason: '超出预算。' }),
};

const Id = z.object({ id: z.string().min(1).max(60) });

const actionRoute = (name: ActionName) =>
  ({
    method: 'POST',
    path: `/api/complaints/{id}/actions/${name}`,
    ofItems: true,
    summary: `Act on a complaint: ${name}`,
    keyed: true,
    params: Id,
    body: actionBodies[name],
    response: ComplaintDetail,
    example: actionExamples[name],
  }) as const satisfies Route;

export type ActionOperation = `act-${ActionName}`;
/** One operation an action: each has a body of its own. */
export const actionRoutes = Object.fromEntries(actionNames.map((name) => [`act-${name}`, actionRoute(name)])) as Record<
  ActionOperation,
  ReturnType<typeof actionRoute>
>;
