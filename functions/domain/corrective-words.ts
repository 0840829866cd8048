import type { CheckAnswer } from './checklist-answers.ts';
import type { ChecklistItem, ChecklistSection } from './maintenance.ts';
import type { Language } from './text.ts';

/** What a corrective order asks for: the point that failed, where it stands in the checklist, what was written about it. */
export function correctiveWork(
  item: ChecklistItem,
  section: ChecklistSection,
  { value, note }: Pick<CheckAnswer, 'value' | 'note'>,
  language: Language,
): string {
  const zh = language === 'zh-CN';
  const read = readingWords(item, value, zh);
  const point = `${section.name[language]}${zh ? '：' : ': '}${item.label[language]}`;
  const said = note ? (zh ? `。${note}` : `. ${note}`) : '';
  return `${zh ? '整改检查不合格项：' : 'Put right what failed its check: '}${point}${read}${said}`;
}

/** " (0.3 MPa)", "（亮 4 / 6）"; a verdict needs no more words. */
function readingWords(item: ChecklistItem, value: CheckAnswer['value'], zh: boolean): string {
  const said =
    typeof value === 'object'
      ? `${value.count} / ${value.total}`
      : typeof value === 'number'
        ? `${value}${item.type === 'reading' ? ` ${item.unit}` : ''}`
        : '';
  return said === '' ? '' : zh ? `（${said}）` : ` (${said})`;
}
