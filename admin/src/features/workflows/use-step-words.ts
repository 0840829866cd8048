import { itemFields } from '#domain/fields';
import { limitWords, severityLabel, statusLabel } from '#domain/words';
import type { LimitRef, Step } from '#domain/workflow/definition';
import { useItemKind } from '../../components/item-kind.ts';
import { useRecipientWords } from '../../components/recipient-words.ts';
import { useWords } from '../../i18n/language.ts';
import { conditionWords } from '../document/condition-words.ts';
import { useDocumentWords } from '../document/use-document-words.ts';
import { useTemplates } from './use-templates.ts';

/** What a step does, in a line. */
export function useStepWords() {
  const { t, language } = useWords();
  const kind = useItemKind();
  const words = useDocumentWords([]);
  const { all: people } = useRecipientWords();
  const { named: template } = useTemplates();
  const limit = (given: LimitRef) => (typeof given === 'string' ? t(`limitOwn.${given}`) : limitWords(given, language));
  const join = (parts: readonly string[]) => parts.join(language === 'en' ? '; ' : '；');

  const says = (step: Step): string => {
    switch (step.type) {
      case 'assign':
        return t('flow.says.assign', { people: people(step.to) });
      case 'notify':
        return t('flow.says.notify', {
          people: step.to === 'resident' ? t('flow.to.resident') : people(step.to),
          template: template(step.template),
        });
      case 'ask': {
        const [first] = step.levels;
        const who = t('flow.says.ask', { people: first ? people(first.to) : '' });
        const higher = step.levels.length - 1;
        return join([
          who,
          ...(first?.within ? [limit(first.within)] : []),
          ...(higher > 0 ? [t('flow.says.levels', { count: higher })] : []),
        ]);
      }
      case 'branch': {
        const [first] = step.cases;
        const when = first
          ? conditionWords(first.when, {
              language,
              value: (field, constant) => words.value(field, constant),
              fields: words.fields,
            })
          : '';
        return t(step.cases.length > 1 ? 'flow.says.branchMore' : 'flow.says.branch', { when });
      }
      case 'wait':
        if (step.for !== undefined) return t('flow.says.waitFor', { limit: limit(step.for) });
        return t('flow.says.waitUntil', {
          field: itemFields.find(({ name }) => name === step.until)?.label[language] ?? step.until ?? '',
        });
      case 'set': {
        const parts = [
          ...(step.status ? [t('flow.says.status', { status: statusLabel(step.status, language, kind) })] : []),
          ...(step.severity ? [t('flow.says.severity', { severity: severityLabel(step.severity, language) })] : []),
          ...(step.raise ? [t('flow.says.raise', { count: step.raise.levels })] : []),
          ...(step.restart?.length ? [t('flow.says.restart')] : []),
          ...(step.fields ? [t('flow.says.fields')] : []),
        ];
        return parts.length === 0 ? t('flow.says.nothing') : join(parts);
      }
      case 'open':
        return t('flow.says.open', { kind: t(`flow.kind.${step.kind}`) });
      case 'end':
        return t('flow.says.end', { status: statusLabel(step.status, language, kind) });
    }
  };
  return says;
}
