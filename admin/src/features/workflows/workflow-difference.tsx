import { itemFields } from '#domain/fields';
import type { Limit } from '#domain/limit';
import type { Recipient } from '#domain/recipients';
import { actionLabel, limitWords, statusLabel } from '#domain/words';
import type { ActionName } from '#domain/workflow/action';
import type { Definition, Level, LimitRef, StepOf } from '#domain/workflow/definition';
import { useRecipientWords } from '../../components/recipient-words.ts';
import { statusNames } from '../../components/vocabulary.ts';
import { useWords } from '../../i18n/language.ts';
import { conditionWords, isCondition } from '../document/condition-words.ts';
import type { Step } from '../document/diff.ts';
import { type DifferenceProps, Lines } from '../document/difference.tsx';
import { isPlain } from '../document/structure.ts';
import { type DocumentWords, useDocumentWords } from '../document/use-document-words.ts';
import { flowFields } from './flow-fields.ts';
import { useTemplates } from './use-templates.ts';

const LEADS = new Set(['next', 'exhausted', 'unreached', 'otherwise', 'start', 'withdrawn', 'rerouted']);
const LIMITS = new Set(['within', 'for', 'after', 'pauseCap']);
const PEOPLE = new Set(['to', 'outside', 'late']);
/** Lists that go without saying beside their entries. */
const LISTS = new Set(['steps', 'levels', 'cases', 'actions']);

/** What differs between two versions of a workflow, as its forms say it: "Acknowledge › Level 2 › How long". */
export default function WorkflowDifference({ changes, bodies }: DifferenceProps) {
  return <Lines changes={changes} words={useWorkflowWords(bodies as Definition[])} />;
}

function useWorkflowWords(bodies: readonly (Definition | undefined)[]): DocumentWords {
  const { t, language } = useWords();
  const general = useDocumentWords(bodies);
  const people = useRecipientWords();
  const mails = useTemplates();
  const join = (parts: readonly string[]) => parts.join(language === 'en' ? ', ' : '、');
  const step = (id: string): string => {
    for (const body of bodies) {
      const found = body?.steps.find((one) => one.id === id);
      if (found) return found.label[language];
    }
    return id;
  };
  const limit = (given: LimitRef) =>
    typeof given === 'string' ? t(`limitOwn.${given}`) : limitWords(given as Limit, language);
  const level = ({ to, within }: Level) => join([people.all(to), ...(within ? [limit(within)] : [])]);
  const rule = ({ action, next }: StepOf<'ask'>['actions'][number]) =>
    `${actionLabel(action, language)} → ${next === undefined ? t('flow.stays') : step(next)}`;
  const when = (given: StepOf<'branch'>['cases'][number]['when']) =>
    conditionWords(given, {
      language,
      value: (field, constant) => general.value(field, constant),
      fields: general.fields,
    });
  const semicolon = language === 'en' ? '; ' : '；';

  const value: DocumentWords['value'] = (field, given) => {
    if (given === undefined || given === null) return field === 'next' ? t('flow.stays') : general.value(field, given);
    if (LEADS.has(field)) return step(String(given));
    if (LIMITS.has(field)) return limit(given as LimitRef);
    if (PEOPLE.has(field)) return given === 'resident' ? t('flow.to.resident') : people.all(given as Recipient[]);
    if (field === 'levels' && Array.isArray(given))
      return given.map((one: Level, index) => `${index + 1}. ${level(one)}`).join(semicolon);
    if (field === 'actions' && Array.isArray(given)) return given.map(rule).join(semicolon);
    if (field === 'cases' && Array.isArray(given))
      return (given as StepOf<'branch'>['cases']).map((one) => `${when(one.when)} → ${step(one.next)}`).join(semicolon);
    if (isCondition(given)) return when(given);
    const named = word(field, given);
    return named ?? general.value(field, given);
  };

  /** What stands for an id, a name or an object of a field. */
  const word = (field: string, given: unknown): string | null => {
    if (field === 'template') return mails.named(String(given));
    if (field === 'action') return actionLabel(given as ActionName, language);
    if (field === 'type') return t(`flow.type.${given as Definition['steps'][number]['type']}`);
    if (field === 'kind') return t(`flow.kind.${given as Definition['kind']}`);
    if (field === 'why') return t(`flow.why.${given as 'rule'}`);
    if (field === 'until') return itemFields.find(({ name }) => name === given)?.label[language] ?? String(given);
    const status = field === 'status' && statusNames.find((name) => name === given);
    if (status) return statusLabel(status, language);
    if ((field === 'watch' || field === 'restart') && Array.isArray(given))
      return given.length === 0 ? t('diff.empty') : join(given.map((clock: 'reply') => t(`clockName.${clock}`)));
    if (isPlain(given) && !('zh-CN' in given))
      return join(Object.entries(given).map(([name, part]) => `${label(name)} ${value(name, part)}`));
    return null;
  };

  const label = (name: string): string => {
    const own = flowFields.find((field) => field === name);
    return own ? t(`flow.field.${own}`) : general.path([{ field: name }]);
  };
  const entry = ({ key, entry: given }: Extract<Step, { key: string }>, list: string): string => {
    const n = Number(key) + 1;
    if (list === 'levels') return t('ladder.level', { n });
    if (list === 'cases') return t('flow.case', { n });
    if (list === 'actions' && isPlain(given)) return word('action', given.action) ?? '';
    return isPlain(given) && isPlain(given.label)
      ? String(given.label[language])
      : general.path([{ key, entry: given }]);
  };
  const path: DocumentWords['path'] = (steps) => {
    const parts = steps.flatMap((one, index) => {
      if ('field' in one) return LISTS.has(one.field) && steps[index + 1] ? [] : [label(one.field)];
      const before = steps[index - 1];
      return [entry(one, before && 'field' in before ? before.field : '')];
    });
    return parts.join(' › ') || t('flow.settings');
  };
  return { path, value, fields: general.fields };
}
