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
  no_assets: w('请选择设备，或改为整轮一张工单。', 'Choose assets, or let there be one order for the round.'),
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
  never_planned: w('{value} 并非计划日期。', 'Nothing is planned on {value}.'),
  lands_on_another: w('{value} 已有另一次计划。', 'Another occurrence is planned on {value} already.'),
};
