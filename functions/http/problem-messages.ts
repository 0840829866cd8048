import { planProblemWords } from '#domain/plan/problem-words';
import { isLiquidCode, liquidWords } from '#domain/templates/problem-words';
import type { Language } from '#domain/text';
import { isProblemCode, problemWords } from '#domain/workflow/problem-words';
import type { Issue } from '#usecases/errors';
import { fieldMessages } from './messages.ts';

type Words = Record<Language, string>;
const w = (zh: string, en: string): Words => ({ 'zh-CN': zh, en });

/** Words for problems no schema can find, by code; "{value}" and other names are filled in from the problem. */
const words: Record<string, Words> = {
  ...planProblemWords,
  unknown_person: w('没有“{value}”这位人员。', 'There is no person "{value}".'),
  unknown_site: w('没有“{value}”这个项目。', 'There is no site "{value}".'),
  unknown_building: w('该项目没有这栋楼。', 'The site has no such building.'),
  unknown_area: w('该项目没有“{value}”这个片区。', 'The site has no area "{value}".'),
  unknown_calendar: w('“{value}”这个日历尚未发布。', 'No calendar "{value}" is published.'),
  unknown_department: w('没有“{value}”这个部门。', 'There is no department "{value}".'),
  unknown_workflow: w('“{value}”这个流程尚未发布。', 'No workflow "{value}" is published.'),
  not_yours: w('您无权发布这份配置。', 'You may not publish this document.'),
  no_such_document: w('这里不能有这份配置。', 'There cannot be such a document here.'),
  unknown_field: w('没有“{value}”这个条件字段。', 'There is no field "{value}" for conditions.'),
  unknown_zone: w('“{value}”不是有效的时区。', '"{value}" is not a time zone.'),
  unknown_category: w('没有这个投诉类别，或该类别已停用。', 'There is no such category, or it is no longer in use.'),
  unknown_checklist: w('没有“{value}”这份检查表。', 'There is no checklist "{value}".'),
  unknown_questionnaire: w('没有“{value}”这份问卷。', 'There is no questionnaire "{value}".'),
  nobody_visits: w(
    '请指定由谁回访：做事的人不能回访自己。',
    'Please say who visits: whoever did the work cannot ask about it.',
  ),
  whole_fen: w('金额最多两位小数。', 'An amount has two decimals at most.'),
  below_case: w('每月额度不能低于单次额度。', 'The month cannot allow less than one case.'),
  nothing_allowed: w('请填写金额，或列出可用的补救方式。', 'Allow an amount, or list what may be given.'),
  no_allowance: w('您的岗位没有服务补救权限。', 'Your post has no allowance to put things right.'),
  amount_or_gesture: w('请填写金额，或选择一种补救方式。', 'Give an amount, or choose what was given.'),
  unknown_gesture: w('您的岗位不能选择这种方式。', 'Your post may not give this.'),
  above_case: w(
    '这件事最多还能补 {value} 元，超出请上报。',
    'At most ¥{value} more for this case. For more, ask your superior.',
  ),
  above_month: w(
    '您本月额度还剩 {value} 元，超出请上报。',
    'You have ¥{value} left this month. For more, ask your superior.',
  ),
  nothing_done: w('请写明怎样沟通，或选择升一级。', 'Say how to speak, or have it start one level higher.'),
  unknown_care_kind: w('没有“{value}”这类关怀标签。', 'There is no kind of care flag "{value}".'),
  care_kind_gone: w(
    '没有这类关怀标签，或该类已停用。',
    'There is no such kind of care flag, or it is no longer in use.',
  ),
  unknown_member: w('这一户没有这位成员。', 'The household has no such member.'),
  must_be_sensitive: w('这类标签只能设为敏感。', 'Flags of this kind are always sensitive.'),
  day_needed: w('请填写月和日。', 'Please give the month and day.'),
  no_day: w('这类标签没有每年的日期。', 'Flags of this kind have no day of the year.'),
  no_such_day: w('没有这一天，请写成“05-20”。', 'There is no such day. Please write it as "05-20".'),
  review_too_late: w('最迟 {value} 复核。', 'The review must be by {value}.'),
  in_the_past: w('这个日期已经过去。', 'This date has passed.'),
  too_far_ahead: w('请选择两年之内的日期。', 'Please choose a date within two years.'),
  not_yet: w('同意日期不能晚于今天。', 'Consent cannot have been given later than today.'),
  not_in_this_state: w('这项改进已进入下一步，请刷新。', 'The improvement has moved on. Please reload it.'),
  in_the_future: w('这个日期还没有到。', 'This date has not come yet.'),
  before_it_was_opened: w('不能早于这项改进开始的日期。', 'This is before the improvement was opened.'),
  too_early_to_check: w('还没有到检查日期。', 'The day of the check has not come yet.'),
  figure_not_read: w('请先读取同一指标现在的数值。', 'Please read the same figure once more first.'),
  nothing_counted: w(
    '措施完成之后还没有可统计的数据，看不出效果，请过些时候再读取。',
    'Nothing was counted since it was done, so there is no effect to look at. Please read the figure again later.',
  ),
  too_many_rounds: w(
    '这项改进已重来多次，请结束后另开一项。',
    'This has gone round too often. Please close it and open another one.',
  ),
  say_what_was_seen: w('请写明看到了什么。', 'Please say what you saw.'),
  say_the_effect: w('请选择效果。', 'Please choose the effect.'),
  say_what_follows: w('请写明结论。', 'Please write the conclusion.'),
  target_out_of_range: w('目标应在 {least} 到 {most} 之间。', 'The target must be between {least} and {most}.'),
  no_such_part: w('没有这个细分项。', 'There is no such part.'),
  figure_has_no_such_parts: w('这个指标不能这样细分。', 'This figure cannot be divided that way.'),
  target_met: w('这个指标现在已达到目标，无需改进。', 'The figure meets this target already.'),
  names_a_resident: w('请不要写住户的姓名。', 'Please do not name the resident.'),
  has_a_phone_number: w('请不要写电话号码。', 'Please do not give telephone numbers.'),
  announced_already: w(
    '已通知住户，不能再改；请取消后重新计划。',
    'Residents were told already. Please cancel it and plan it anew.',
  ),
  event_over: w('这个事件已取消或已结束。', 'This event was cancelled or is over.'),
  too_many_flags: w('一户最多 50 个关怀标签。', 'A household has 50 care flags at most.'),
  unknown_asset_kind: w(
    '没有这个设备类别，或该类别已停用。',
    'There is no such kind of asset, or it is no longer in use.',
  ),
  unknown_asset: w('该项目没有这台设备。', 'The site has no such asset.'),
  retired_asset: w('该设备已报废。', 'This asset is retired.'),
  other_kind: w('一张工单的设备须属于同一类别。', 'The assets of a work order must be of one kind.'),
  asset_or_kind: w('请选择设备，或填写设备类别。', 'Please choose an asset, or its kind.'),
  asset_number_taken: w('该项目已有设备使用这个编号。', 'Another asset of the site has this number.'),
  own_deputy: w('代理人不能是责任人本人。', 'The deputy must be somebody else than the person responsible.'),
  unknown_household: w('该项目没有这一户。', 'The site has no such household.'),
  title_needed: w(
    '请写明是什么原因，如“水泵故障停水”。',
    'Please say what the cause is, such as "Water off: pump failed".',
  ),
  two_complaints: w('请至少选择两件投诉。', 'Please choose two complaints at least.'),
  other_site: w('各投诉须属于同一项目。', 'All complaints must be of one site.'),
  different_incidents: w(
    '所选投诉分属不同的关联事件，请先移出其一。',
    'These complaints belong to different incidents. Please take one of them out first.',
  ),
  unknown_text_variable: w(
    '没有“{value}”这个变量，可用：{姓名}、{房号}、{编号}、{类别}。',
    'There is no variable "{value}": write name, unit, number or category in braces.',
  ),
  text_needed: w(
    '有 {count} 位业主使用该语言，请填写这一语言的内容。',
    '{count} of the residents read this language: please write the text in it too.',
  ),
  household_exists: w('这个房号已有档案。', 'This unit has a file already.'),
  unknown_reason: w(
    '原因列表中没有这一项，请重新选择。',
    'The list of reasons has no such entry. Please choose again.',
  ),
  unknown_photo: w('没有收到这张照片，或文件类型不支持。', 'This photo did not arrive, or its type is not supported.'),
  not_joinable: w(
    '该投诉已结案或并非同一原因，无法并入。',
    'That complaint is closed or has another cause: it cannot be joined.',
  ),
  other_origin: w('只能返回本系统的页面。', 'Only a page of this system can be returned to.'),
  too_many_feeds: w(
    '最多 {value} 个订阅，请先停用不再使用的。',
    'At most {value} subscriptions: please end one that is no longer used.',
  ),
  bad_cursor: w(
    '翻页位置已失效，请从第一页重新开始。',
    'This page position is no longer valid; please start from the first page.',
  ),
  bad_key: w('须为 1 到 100 个可见字符。', 'Must be 1 to 100 visible characters.'),
  already_used: w('“{value}”重复使用。', '"{value}" is used more than once.'),
  no_admin: w('至少须保留一位在职的公司管理员。', 'At least one active company admin must remain.'),
  contractor_post: w(
    '{value}是维保单位人员，不能担任岗位或值班，只能负责设备。',
    '{value} is a contractor: contractors hold no post and take no turn, they answer for facilities only.',
  ),
  contractor_deputy: w(
    '{value}是维保单位人员，不能代理本公司人员。',
    '{value} is a contractor and cannot stand in for one of your own people.',
  ),
  no_firm: w('请填写维保单位的名称。', 'Please say which firm the contractor is of.'),
  deputy_loop: w(
    '代理人循环：{value}。请另选代理人，或错开时间。',
    'The deputies go in a circle: {value}. Choose another deputy or other dates.',
  ),
  already_away: w('此人这段时间已有请假。', 'This person is already away in this time.'),
  department_in_use: w(
    '“{value}”仍有投诉类别在使用，请先修改分类与派单规则。',
    'Complaints are still routed to "{value}": change the categories and routing first.',
  ),
  calendar_never_opens: w('日历没有任何开放时间。', 'The calendar never opens.'),
  unknown_step: w('所选步骤不在当前版本中。', 'The step chosen is not in the version in force.'),
  unknown_person_chosen: w('找不到此人，或其已停用。', 'This person is not there, or is no longer active.'),
  bad_time: w(
    '这个时间不可用：须是将来的时间，且不超过允许的最长期限。',
    'This time cannot be used: it must be in the future and within the longest allowed.',
  ),
  successor_needed: w('请选择由谁接替。', 'Please choose who takes over.'),
  condition_too_large: w(
    '条件过多或嵌套过深：最多 {tests} 个条件、{depth} 层。',
    'The condition is too large: at most {tests} tests, {depth} levels deep.',
  ),
  too_many_fields: w('一个步骤最多设置 30 个字段。', 'One step sets 30 fields at most.'),
  csv_empty: w('文件里没有内容。', 'The file is empty.'),
  csv_spreadsheet: w(
    '这是 Excel 工作簿。请在 Excel 中“另存为”CSV 文件后再导入。',
    'This is an Excel workbook. In Excel, save it as CSV, then import that.',
  ),
  csv_encoding: w(
    '无法识别文件的文字编码。请另存为 UTF-8 编码的 CSV 文件。',
    'The text of the file cannot be read. Please save it as CSV in UTF-8.',
  ),
  csv_quote: w('第 {line} 行的引号没有成对。', 'A quotation mark is opened and not closed in line {line}.'),
  csv_too_many_rows: w('最多 5,000 行，请分成几个文件。', 'At most 5,000 rows; please split the file.'),
  csv_too_large: w('文件不能超过 2 MB，请分成几个文件。', 'The file may have 2 MB; please split it.'),
  other_type: w(
    '“{value}”在别处是另一种字段。同一编号的字段，类型须相同。',
    '"{value}" is another type of field elsewhere: fields of one id must be of one type.',
  ),
  goal_out_of_range: w(
    '满意度的目标在 1 到 5 分之间，其他指标在 0 到 100 % 之间。',
    'A target is between 1 and 5 for satisfaction, between 0 and 100 % for all others.',
  ),
  number_range: w('最大值不能小于最小值。', 'The greatest value must not be below the least.'),
  too_much_text: w('内容过多，请删减。', 'This is too much text: please shorten it.'),
  answer_number: w('请填写数字。', 'Please enter a number.'),
  answer_whole: w('请填写整数。', 'Please enter a whole number.'),
  answer_least: w('不得小于 {value}。', 'Must be at least {value}.'),
  answer_most: w('不得大于 {value}。', 'Must be at most {value}.'),
  answer_date: w('请填写有效的日期。', 'Please enter a valid date.'),
  answer_needed: w('请填写。', 'Please fill this in.'),
  answer_choice: w('请选择列出的选项之一。', 'Please choose one of the choices.'),
  answer_tick_all: w('请逐项确认并勾选。', 'Please check and tick every point.'),
  too_many_points: w(
    '检查表共 {points} 项，一张工单最多 {value} 项：请减少设备，分成几张工单。',
    'The checklist comes to {points} points and one order takes {value}: choose fewer facilities, and open several orders.',
  ),
  too_many_photos: w('每项最多 10 张照片。', 'At most 10 photos for a point.'),
  answer_too_long: w('最多 {value} 个字。', 'At most {value} characters.'),
  answer_unknown: w('表单中没有这个字段。', 'The form has no such field.'),
  period_too_long: w('最多查看一年。', 'A year at most.'),
  unknown_call: w('没有这项待办电话，或已完成。', 'There is no such call to make, or it is done.'),
};

/** A value is words as they are, or a name in both languages. */
const said = (value: unknown, language: Language): string =>
  typeof value === 'object' && value !== null && language in value
    ? String((value as Record<Language, unknown>)[language])
    : String(value ?? '');

/** A problem's own words, or undefined where `messages` has them. */
const wordsOf = (issue: Issue, language: Language): string | undefined => {
  if (issue.code !== 'custom') return undefined;
  const params: Record<string, unknown> = issue.params ?? {};
  if (isLiquidCode(issue.message)) return liquidWords(issue.message, params, language);
  const inStep = issue.path[1] === 'steps' || params.step !== undefined;
  if (isProblemCode(issue.message) && (inStep || !Object.hasOwn(words, issue.message)))
    return problemWords(issue.message, params, language);
  if (!Object.hasOwn(words, issue.message)) return undefined;
  return words[issue.message]?.[language].replace(/\{(\w+)\}/g, (_, name: string) => said(params[name], language));
};

/** Field path ("reporter.phone") to messages in the reader's language, none twice. */
export function issueMessages(issues: readonly Issue[], language: Language): Record<string, string[]> {
  const found: Record<string, string[]> = Object.create(null);
  for (const issue of issues) {
    const own = wordsOf(issue, language);
    const messages = own ? { [issue.path.map(String).join('.')]: [own] } : fieldMessages([issue], language);
    for (const [field, lines] of Object.entries(messages))
      found[field] = [...new Set([...(found[field] ?? []), ...lines])];
  }
  return { ...found };
}
