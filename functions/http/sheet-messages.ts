import type { Column, SheetProblem } from '#domain/table/columns';
import type { Language, Text } from '#domain/text';

const w = (zh: string, en: string): Text => ({ 'zh-CN': zh, en });

/** "{value}": what stands in the cell; "{column}": the heading; "{words}": what may stand there. */
const words: Record<SheetProblem['code'], Text> = {
  empty_file: w('文件里没有内容。', 'The file is empty.'),
  missing_column: w('缺少“{column}”这一列。', 'The column "{column}" is missing.'),
  repeated_column: w('“{column}”这一列重复。', 'The column "{column}" stands there twice.'),
  too_many_cells: w(
    '这一行的单元格比表头多，可能多了分隔符。',
    'More cells than headings; perhaps a separator too many.',
  ),
  needed: w('请填写{column}。', 'Please fill in: {column}.'),
  too_long: w('{column}太长。', '{column} is too long.'),
  unknown_building: w('该项目没有“{value}”这栋楼。', 'The site has no building "{value}".'),
  unknown_site: w('没有“{value}”这个项目。', 'There is no site "{value}".'),
  unknown_word: w('不认识“{value}”，可填：{words}。', '"{value}" is not known; it may be: {words}.'),
  bad_email: w('“{value}”不是有效的邮箱。', '"{value}" is not an e-mail address.'),
  bad_phone: w('“{value}”不是有效的电话号码。', '"{value}" is not a phone number.'),
  repeated: w('“{value}”在文件中重复。', '"{value}" stands in the file twice.'),
  too_many_members: w('一户最多 {value} 人。', 'A household has at most {value} members.'),
  not_allowed: w(
    '您不能更改这位人员，请联系公司管理员。',
    'You may not change this person; please ask a company admin.',
  ),
  unknown_person: w('该项目没有“{value}”这位人员。', 'The site has nobody called "{value}".'),
  bad_date: w('“{value}”不是有效的日期，请写成 2027-03-31。', '"{value}" is not a date; write it as 2027-03-31.'),
  own_deputy: w('代理人不能是责任人本人。', 'The deputy must be somebody else than the person responsible.'),
  already_used: w('“{value}”已用于另一位人员。', '"{value}" belongs to somebody else.'),
};

/** A problem of a row in the reader's language; `choices` are the words that may stand in a column. */
export function sheetMessage<F extends string>(
  { column, code, value = '' }: SheetProblem<F>,
  columns: readonly Column<F>[],
  choices: Partial<Record<F, string>>,
  language: Language,
): { column: string | null; message: string } {
  const name = columns.find(({ field }) => field === column)?.name[language] ?? null;
  const allowed = column === null ? undefined : choices[column];
  const text = code === 'unknown_word' && allowed === undefined ? wrongForm : words[code];
  const filled: Record<string, string> = { value, column: name ?? '', words: allowed ?? '' };
  return { column: name, message: text[language].replace(/\{(\w+)\}/g, (_, key: string) => filled[key] ?? '') };
}
const wrongForm = w(
  '“{value}”格式不正确：只能用小写字母、数字和连字符。',
  '"{value}" has the wrong form: small letters, digits and hyphens only.',
);
