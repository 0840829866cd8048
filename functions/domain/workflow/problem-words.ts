import type { Organisation } from '../organisation.ts';
import type { Language, Text } from '../text.ts';
import type { Problem } from './check.ts';
import { whatWords } from './check-kind.ts';

const templates: Record<Problem['code'], Record<Language, string>> = {
  duplicate_step: { 'zh-CN': '步骤编号重复。', en: 'Another step has the same id.' },
  unknown_target: { 'zh-CN': '指向不存在的步骤“{to}”。', en: 'It leads to "{to}", a step that does not exist.' },
  unreachable: { 'zh-CN': '没有任何步骤能到达这里。', en: 'No step leads here.' },
  loop_without_wait: {
    'zh-CN': '循环中没有任何等待，会无休止地运行。',
    en: 'A loop without any wait: it would run for ever.',
  },
  no_end: { 'zh-CN': '流程没有结束步骤。', en: 'No end can be reached.' },
  reaches_nobody: { 'zh-CN': '在项目“{site}”找不到任何接收人。', en: 'At site "{site}" it reaches nobody.' },
  only_contractors: {
    'zh-CN': '在项目“{site}”只能找到维保单位的人员，须有本公司人员接手。',
    en: 'At site "{site}" it reaches contractors only: somebody of the company must be reached.',
  },
  unknown_template: { 'zh-CN': '没有“{template}”这个模板。', en: 'There is no template "{template}".' },
  unknown_field: { 'zh-CN': '没有“{field}”这个字段。', en: 'There is no field "{field}".' },
  wait_without_limit: { 'zh-CN': '等待步骤须有时限或日期。', en: 'A wait needs a limit or a date.' },
  unknown_department: {
    'zh-CN': '项目“{site}”没有“{department}”这个部门。',
    en: 'Site "{site}" has no department "{department}".',
  },
  closes_unasked: {
    'zh-CN': '无人在岗时会直接结案。请设置“无人在岗”时的去向。',
    en: 'With nobody there it would be closed at once, unasked: say where it goes when nobody could be reached.',
  },
  wrong_kind: {
    'zh-CN': '此类事项没有“{what}”。',
    en: 'Items of this kind have no "{what}".',
  },
  waits_for_good: { 'zh-CN': '没有时限，可能永远等待。', en: 'Without a limit it may wait for ever.' },
};

export const isProblemCode = (code: string): code is Problem['code'] => Object.hasOwn(templates, code);

/** Sites and departments by their names, where the organisation knows them. */
export function namedDetail(
  detail: Problem['detail'],
  { sites }: Organisation,
): Record<string, string | number | Text> {
  const site = sites.find(({ id }) => id === detail.site);
  // A department that is missing at one site has its name from another.
  const department = sites.flatMap(({ departments }) => departments).find(({ id }) => id === detail.department);
  const what = typeof detail.what === 'string' ? whatWords(detail.what) : undefined;
  return {
    ...detail,
    ...(site && { site: site.name }),
    ...(department && { department: department.name }),
    ...(what && { what }),
  };
}

const said = (value: unknown, language: Language): string =>
  typeof value === 'object' && value !== null && language in value
    ? String((value as Text)[language])
    : String(value ?? '?');

/** One sentence for a problem of a workflow; names in braces are filled in from its detail. */
export const problemWords = (
  code: Problem['code'],
  detail: Readonly<Record<string, unknown>>,
  language: Language,
): string => templates[code][language].replace(/\{(\w+)\}/g, (_, name: string) => said(detail[name], language));
