import type { z } from 'zod';
import type { Language } from '#domain/text';

type Words = Record<Language, string>;
const w = (zh: string, en: string): Words => ({ 'zh-CN': zh, en });

const FILL_IN = w('请填写。', 'Please fill this in.');
const CHOOSE = w('请选择。', 'Please choose.');
const CHOOSE_ONE = w('请选择列出的选项之一。', 'Please choose one of the choices.');
const CONSENT = w('需要您的同意，我们才能处理。', 'We need your consent to handle it.');
const WRONG = w('格式不正确。', 'This has the wrong form.');
const EMAIL = w('请填写有效的电子邮箱。', 'Please enter a valid e-mail address.');
const TIME = w('请填写有效的日期和时间。', 'Please enter a valid date and time.');
const CHOOSE_TIME = w('请选择或填写时间。', 'Please choose or enter a time.');

/** Words for the codes that schemas and use cases give in `message` of a custom issue. */
const CUSTOM: Record<string, Words> = {
  unit_or_place: w('请填写房号或公共区域位置。', 'Please enter a unit or a public place.'),
  phone_or_email: w(
    '请填写电话或电子邮箱，以便我们答复您。',
    'Please enter a phone number or an e-mail address, so that we can answer.',
  ),
  choose_building: w('请选择楼栋。', 'Please choose the building.'),
  what_is_left: w('请写明还有什么没有解决。', 'Please say what is left.'),
  ends_before_it_starts: w('结束时间须晚于开始时间。', 'The end must be after the start.'),
  unknown_category: w('没有此类别，或已停用。', 'This category does not exist or is no longer in use.'),
  unknown_household: w('该项目没有此住户。', 'This household does not exist at the site.'),
  unknown_building: w('该项目没有此楼栋。', 'This building does not exist at the site.'),
  unknown_photo: w('照片没有上传成功，请重新上传。', 'The photo did not arrive. Please upload it again.'),
  unknown_person: w('没有此人，或已离职。', 'This person does not exist or has left.'),
  unknown_department: w('该项目没有此部门。', 'This department does not exist at the site.'),
  not_joinable: w('该投诉已结束，不能并入。', 'That complaint has ended and cannot be joined.'),
  in_the_past: w('须是将来的时间。', 'This must be in the future.'),
  after_cap: w('超过了允许的最长时间。', 'This is later than allowed.'),
};
/** Names of instants in actions: a missing one wants a time, not a number. */
const INSTANTS = new Set(['at', 'until', 'nextReplyAt']);

/** Field path ("reporter.phone", '' for the whole) to messages in the reader's language, in the order found, none twice. */
export function fieldMessages(issues: readonly z.core.$ZodIssue[], language: Language): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const issue of issues) {
    const field = issue.path.map(String).join('.');
    const words = wordsOf(issue)[language];
    const known = Object.hasOwn(found, field) ? found[field] : undefined;
    if (known === undefined) Object.defineProperty(found, field, { value: [words], enumerable: true });
    else if (!known.includes(words)) known.push(words);
  }
  return found;
}

/** One sentence for a code; anything unforeseen gets the general words, never the library's English. */
function wordsOf(issue: z.core.$ZodIssue): Words {
  switch (issue.code) {
    case 'invalid_type':
      return typeWords(issue);
    case 'too_small':
      if (issue.origin === 'string')
        return Number(issue.minimum) <= 1 ? FILL_IN : atLeast(issue.minimum, '个字', 'characters');
      if (issue.origin === 'array' || issue.origin === 'set')
        return Number(issue.minimum) <= 1 ? CHOOSE : atLeast(issue.minimum, '项', 'entries');
      return w(`不得小于 ${issue.minimum}。`, `Must be at least ${issue.minimum}.`);
    case 'too_big':
      if (issue.origin === 'string') return atMost(issue.maximum, '个字', 'characters');
      if (issue.origin === 'array' || issue.origin === 'set') return atMost(issue.maximum, '项', 'entries');
      return w(`不得大于 ${issue.maximum}。`, `Must be at most ${issue.maximum}.`);
    case 'invalid_format':
      if (issue.format === 'email') return EMAIL;
      return ['datetime', 'date', 'time'].includes(issue.format) ? TIME : WRONG;
    case 'invalid_value':
      return issue.path.at(-1) === 'consent' ? CONSENT : CHOOSE_ONE;
    case 'unrecognized_keys':
      return w(`不允许的字段：${issue.keys.join('、')}。`, `Not allowed here: ${issue.keys.join(', ')}.`);
    case 'not_multiple_of':
      return w(`须为 ${issue.divisor} 的倍数。`, `Must be a multiple of ${issue.divisor}.`);
    case 'custom':
      return (Object.hasOwn(CUSTOM, issue.message) ? CUSTOM[issue.message] : undefined) ?? WRONG;
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
      return WRONG;
  }
}

/** Chosen from a list, not written. */
const CHOICES = new Set(['category']);

function typeWords(issue: z.core.$ZodIssueInvalidType): Words {
  const last = issue.path.at(-1);
  if (issue.expected === 'number' && INSTANTS.has(String(last))) return CHOOSE_TIME;
  switch (issue.expected) {
    case 'string':
      return CHOICES.has(String(last)) ? CHOOSE : FILL_IN;
    case 'number':
    case 'int':
      return w('请填写数字。', 'Please enter a number.');
    case 'boolean':
      return CHOOSE;
    default:
      return WRONG;
  }
}

const atLeast = (n: number | bigint, zh: string, en: string): Words => w(`至少 ${n} ${zh}。`, `At least ${n} ${en}.`);
const atMost = (n: number | bigint, zh: string, en: string): Words => w(`最多 ${n} ${zh}。`, `At most ${n} ${en}.`);
