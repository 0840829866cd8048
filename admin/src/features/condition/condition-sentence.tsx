import type { Condition } from '#domain/condition';
import { useWords } from '../../i18n/language.ts';
import { conditionWords } from '../document/condition-words.ts';
import { useDocumentWords } from '../document/use-document-words.ts';

/** A condition as one sentence in the reader's language: "类别 为 电梯困人，且 交付年数 至少 8". */
export function ConditionSentence({ value }: { value: Condition }) {
  const { language } = useWords();
  const words = useDocumentWords([]);
  return (
    <>
      {conditionWords(value, {
        language,
        value: (field, constant) => words.value(field, constant),
        fields: words.fields,
      })}
    </>
  );
}
