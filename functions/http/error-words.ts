import type { Language, Text } from '#domain/text';

const t = (zh: string, en: string): Text => ({ 'zh-CN': zh, en });

/** One sentence a situation: what it is and, where there is something to do, what. */
const words = {
  invalid: t('请检查标出的内容。', 'Please check the marked fields.'),
  noClaims: t('请先登录。', 'Please sign in.'),
  otherClient: t('登录凭证不是发给本系统的。', 'This sign-in was issued for another application.'),
  noVerifiedEmail: t(
    '登录凭证中没有已验证的邮箱，无法识别成员。',
    'The sign-in carries no verified e-mail address, so no member can be matched.',
  ),
  noMember: t(
    '没有使用该邮箱的成员，请联系公司管理员。',
    'No member has this e-mail address. Please ask your company admin.',
  ),
  removed: t('该成员已停用，请联系公司管理员。', 'This member is no longer active. Please ask your company admin.'),
  contractor: t(
    '维保单位人员不登录后台，请在工单邮件中办理。',
    'Contractors do not sign in here. Please act by the button in the mail of your work order.',
  ),
  tooMany: t('短时间内次数过多，请稍后再试。', 'That was too often in a short time. Please try again later.'),
  mailFailed: t(
    '邮件未能发出，请检查邮箱地址后再试。',
    'The mail could not be sent. Please check the address and try again.',
  ),
  notAllowed: t('您没有权限进行此操作。', 'You may not do this.'),
  complaint: t('没有这件投诉。', 'There is no such complaint.'),
  document: t('没有这份配置。', 'There is no such document.'),
  household: t('没有这一户。', 'There is no such household.'),
  incident: t('没有这个关联事件。', 'There is no such incident.'),
  patrol: t('没有这次巡查或这条路线。', 'There is no such patrol or route.'),
  photo: t('没有这张照片。', 'There is no such photo.'),
  site: t('没有这个项目。', 'There is no such site.'),
  clock: t('该投诉没有这个时限。', 'The complaint has no such deadline.'),
  company: t('公司尚未设置。', 'The company is not set up yet.'),
  person: t('没有这位人员。', 'There is no such person.'),
  asset: t('没有这项设备。', 'There is no such asset.'),
  order: t('没有这张工单。', 'There is no such work order.'),
  flag: t('没有这个关怀标签，或已结束。', 'There is no such care flag, or it has ended.'),
  event: t('没有这个计划事件。', 'There is no such planned event.'),
  improvement: t('没有这项改进。', 'There is no such improvement.'),
  improvementChanged: t(
    '这项改进刚被他人修改，请刷新后再改。',
    'Somebody changed this improvement in the meantime. Please reload it and edit again.',
  ),
  figureTaken: t(
    '这个指标已有一项进行中的改进，请在那里继续。',
    'An improvement is open for this figure already. Please go on with that one.',
  ),
  careFlagChanged: t(
    '这个关怀标签刚被他人修改，请刷新后再改。',
    'Somebody changed this care flag in the meantime. Please reload it and edit again.',
  ),
  careEventChanged: t(
    '这个计划事件刚被他人修改，请刷新后再改。',
    'Somebody changed this planned event in the meantime. Please reload it and edit again.',
  ),
  feed: t('没有这个日历订阅，或已停用。', 'There is no such calendar subscription, or it has ended.'),
  assetChanged: t(
    '这项设备刚被他人修改，请刷新后再改。',
    'Somebody changed this asset in the meantime. Please reload it and edit again.',
  ),
  planChanged: t(
    '预览之后内容有变化，尚未执行。请重新预览后再确认。',
    'Something changed since the preview, so nothing was done. Please look at it again, then confirm.',
  ),
  route: t('没有这个接口。', 'There is no such address.'),
  similar: t(
    '同一原因已有未结案的投诉：请选择并入或另行受理。',
    'An open complaint has the same cause: please join it or file anew.',
  ),
  documentChanged: t(
    '他人已发布新版本，请刷新后重试。',
    'Somebody published a newer version. Please reload and try again.',
  ),
  draftChanged: t(
    '草稿已被他人修改，请合并后再保存。',
    'Somebody changed the draft in the meantime. Merge with it, then save again.',
  ),
  planInTheWay: t(
    '这份配置已有一次定时发布，请先取消它。',
    'A publication of this document is planned already. Cancel that one first.',
  ),
  householdChanged: t(
    '这份档案刚被他人修改，请刷新后再改。',
    'Somebody changed this file in the meantime. Please reload it and edit again.',
  ),
  inOtherIncident: t(
    '该投诉已关联到另一事件，请先在那里移出。',
    'This complaint belongs to another incident. Please take it out there first.',
  ),
  incidentFull: t(
    '一个事件最多关联 200 件投诉，请另建事件。',
    'An incident takes 200 complaints at most. Please start another one.',
  ),
  notLinked: t('该投诉不在此事件中。', 'This complaint is not part of the incident.'),
  '400': t('请求内容不是有效的 JSON。', 'The body is not valid JSON.'),
  '409': t('内容已被他人更改，请刷新后重试。', 'Somebody changed this in the meantime. Please reload and try again.'),
  '413': t('请求内容过大。', 'The body is too large.'),
  '415': t(
    '请求须为 JSON（Content-Type: application/json）。',
    'The body must be JSON (Content-Type: application/json).',
  ),
  '500': t('系统出错，请稍后重试。', 'Something went wrong. Please try again later.'),
  '503': t('系统繁忙，请稍后重试。', 'The system is busy. Please try again in a moment.'),
};

export const statusWords = (key: keyof typeof words, language: Language): string => words[key][language];
