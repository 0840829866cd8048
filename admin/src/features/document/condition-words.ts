import type { Condition } from '#domain/condition';
import { type Field, itemFields } from '#domain/fields';
import type { Language, Text } from '#domain/text';
import { isPlain } from './structure.ts';

type Constant = string | number | boolean;
interface Reader {
  language: Language;
  /** A constant as people say it: names for ids. */
  value: (field: string, value: Constant) => string;
  /** Fields of forms. */
  fields?: readonly Field[];
}
type Operator = Extract<Condition, { is: string }>['is'];

const text = (zh: string, en: string): Text => ({ 'zh-CN': zh, en });
const OPERATORS: Record<Operator, Text> = {
  eq: text('为', 'is'),
  ne: text('不为', 'is not'),
  lt: text('小于', 'is under'),
  lte: text('不超过', 'is at most'),
  gt: text('大于', 'is over'),
  gte: text('至少', 'is at least'),
  in: text('为其中之一：', 'is one of'),
  notIn: text('不在其中：', 'is none of'),
  known: text('已知', 'is known'),
  unknown: text('未知', 'is not known'),
};
export const operatorWords = (operator: Operator, language: Language): string => OPERATORS[operator][language];

export const isCondition = (value: unknown): value is Condition =>
  isPlain(value) && ('is' in value || Array.isArray(value.all) || Array.isArray(value.any) || isPlain(value.not));

/** "类别 为 电梯困人，且 交付年数（整年） 至少 8" / "Category is Lift trapped and Full years ... is at least 8". */
export function conditionWords(condition: Condition, reader: Reader): string {
  const { language, value } = reader;
  const zh = language === 'zh-CN';
  const part = (inner: Condition) => {
    const words = conditionWords(inner, reader);
    return ('all' in inner && inner.all.length > 1) || ('any' in inner && inner.any.length > 1)
      ? `${zh ? '（' : '('}${words}${zh ? '）' : ')'}`
      : words;
  };
  if ('all' in condition)
    return condition.all.length === 0 ? (zh ? '总是' : 'always') : condition.all.map(part).join(zh ? '，且' : ' and ');
  if ('any' in condition)
    return condition.any.length === 0 ? (zh ? '从不' : 'never') : condition.any.map(part).join(zh ? '，或' : ' or ');
  if ('not' in condition) return zh ? `并非：${part(condition.not)}` : `not: ${part(condition.not)}`;
  const known = [...itemFields, ...(reader.fields ?? [])].find(({ name }) => name === condition.field);
  const label = known?.label[language] ?? condition.field;
  const operator = operatorWords(condition.is, language);
  if (!('value' in condition)) return zh ? `${label}${operator}` : `${label} ${operator}`;
  const constants = Array.isArray(condition.value) ? condition.value : [condition.value];
  const said = constants.map((constant) => value(condition.field, constant)).join(zh ? '、' : ', ');
  return zh ? `${label}${operator}${said}` : `${label} ${operator} ${said}`;
}
