import { MOST_POINTS } from '../order.ts';
import type { Text } from '../text.ts';

const w = (zh: string, en: string): Text => ({ 'zh-CN': zh, en });

/** Words for what `planProblems` finds and no other document has, by code. */
export const planProblemWords: Record<string, Text> = {
  unknown_asset: w('该项目没有这台设备。', 'The site has no such asset.'),
  unknown_plan: w('没有“{value}”这个计划。', 'There is no plan "{value}".'),
  absorption_loop: w('计划相互包含：{value}。', 'The plans include one another in a circle: {value}.'),
  absorbs_without_dates: w(
    '“{value}”没有固定日期（按完成时间或仪表推算），不能包含其他计划，也不能被包含。',
    '"{value}" has no fixed dates (it counts from completion or by a meter): it can neither include others nor be included.',
  ),
  absorbs_elsewhere: w(
    '“{value}”的设备不在本计划之内，因此不会被包含。',
    'The assets of "{value}" are not among those of this plan: nothing of it would be included.',
  ),
  no_assets: w(
    '请选择设备：由哪个部门负责、时限多长，都由设备种类决定。',
    'Choose assets: whose work it is, and how soon it must be done, follows from their kind.',
  ),
  meter_of_a_round: w(
    '仪表属于单台设备：请改为每台设备一张工单。',
    'A meter belongs to one asset: let there be an order for each asset.',
  ),
  asset_without_meter: w('“{value}”没有仪表。', '"{value}" has no meter.'),
  other_unit: w('“{value}”的仪表单位不同。', 'The meter of "{value}" counts in another unit.'),
  never_comes: w('这样的日期永远不会出现。', 'No date ever meets this.'),
  lead_too_long: w(
    '提前开单最多 {value} 天，否则上一张工单尚未到期，下一张就要开出。',
    'At most {value} days ahead: otherwise an order would open before the one ahead of it is due.',
  ),
  too_long_a_checklist: w(
    `检查表按设备计共 {value} 项，一张工单最多 ${MOST_POINTS} 项：请每台设备开一张工单，或分成几个计划。`,
    `The checklist comes to {value} points for all facilities and one order takes ${MOST_POINTS}: let there be an order for each facility, or make several plans.`,
  ),
  never_planned: w('{value} 并非计划日期。', 'Nothing is planned on {value}.'),
  not_for_a_patrol: w('巡查每晚一张工单，不能设置此项。', 'A patrol is one order a night: this does not belong to it.'),
  point_without_label: w(
    '请选择设备，或使用自有标签。',
    'Choose a facility, or let the point have a label of its own.',
  ),
  past_the_night: w(
    '时间窗必须在当晚 {value} 起的 24 小时内结束。',
    'The window must end within 24 hours from {value}, when the patrol begins.',
  ),
  nobody_meant: w(
    '这里没有人会收到：请选择本项目的岗位或人员。',
    'This means nobody at the site: choose posts or people it has.',
  ),
  unknown_kind: w('没有“{value}”这个设备类别。', 'There is no kind "{value}".'),
  lands_on_another: w('{value} 已有另一次计划。', 'Another occurrence is planned on {value} already.'),
};
