import type { Text } from '#domain/text';
import type { Definition } from '#domain/workflow/definition';
import { defaultComplaint } from '../default-complaint.ts';
import { text } from '../parts.ts';
import { corridorLighting, fees, patrol, visit } from './everyday.ts';
import { emergency, fire, liftEntrapment, major } from './urgent.ts';

/** A workflow to begin a new one from. Its name is the definition's. */
export interface GalleryTemplate {
  id: string;
  /** When to take it, in a sentence or two. */
  description: Text;
  definition: Definition;
}

const template = (id: string, definition: Definition, zh: string, en: string): GalleryTemplate => ({
  id,
  definition,
  description: text(zh, en),
});

/** What property management usually needs, the everyday first. */
export const gallery: readonly GalleryTemplate[] = [
  template(
    'standard',
    defaultComplaint,
    '受理、核实、派单、跟进、升级、答复、业主评价、归档的完整流程，时限按类别和紧急程度。',
    'All stages from receipt to archive: verify, assign, follow through, escalate, reply, verdict. Limits by category and severity.',
  ),
  template(
    'emergency',
    emergency,
    '漏水、停水停电等：不核实先到场，每 15 分钟升一级，昼夜计时，夜间同时通知值班经理。',
    'Leaks and outages: somebody goes before anything is verified, a level up every 15 minutes day and night, the duty manager asked too at night.',
  ),
  template(
    'major',
    major,
    '安全、伤害、群诉、媒体、重大损失：立即报告主任和公司，公司领导须逐一确认，结果经主任审核。',
    'Safety, injury, a group, the media, large loss: reported to director and company at once, company leaders each confirm, the director agrees to the result.',
  ),
  template(
    'lift-entrapment',
    liftEntrapment,
    '电梯困人：5 分钟内响应，先救人；确认人员脱困、电梯停用待检后才请业主评价。',
    'Somebody in the lift: answered within 5 minutes, people out first; confirmed that they are out and the lift is checked before it closes.',
  ),
  template(
    'fire',
    fire,
    '火警火险：3 分钟内响应，立即报告各级，负责人须逐一确认；查明原因后结案。',
    'Fire and fire hazards: answered within 3 minutes, all levels told at once, heads each confirm; closed when the cause is found.',
  ),
  template(
    'corridor-lighting',
    corridorLighting,
    '楼道灯、公共照明：派给片区维修员，4 个工作小时响应，中途提醒一次。',
    'Corridor and public lights: to the repairer of the area, 4 working hours to answer, reminded once.',
  ),
  template(
    'fees',
    fees,
    '收费疑问：财务先核对账目，属实再处理，不成立则说明原因。',
    'Questions about a bill: finance checks the account first, then corrects it, or explains why it stands.',
  ),
  template(
    'patrol',
    patrol,
    '夜间巡查：派给当班值班经理，30 分钟内出发，3 小时内完成；漏巡由主任次日说明。',
    'Night patrol: to the duty manager on duty, set out within 30 minutes, done in 3 hours; the director explains a missed one next morning.',
  ),
  template(
    'visit',
    visit,
    '回访：楼栋管家 3 个工作日内上门或致电；不满意或评分低则告知上级并再次立案。',
    'Follow-up visit: the steward visits or calls within 3 working days; a low score or "not solved" is told to the superiors and opened again.',
  ),
];
