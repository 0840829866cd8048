import { use } from 'react';
import { type Field, itemFields } from '#domain/fields';
import type { Limit } from '#domain/limit';
import { recurrenceWords } from '#domain/recurrence/recurrence-words';
import type { Recurrence } from '#domain/recurrence/rule';
import type { Text } from '#domain/text';
import { actionLabel, limitWords, severityLabel } from '#domain/words';
import { actionNames } from '#domain/workflow/action';
import { zoneWords } from '#domain/zone-words';
import { capital } from '../../components/capital.ts';
import { dayWords } from '../../components/day-words.ts';
import { severityNames } from '../../components/vocabulary.ts';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import { useNow } from '../clock/system-clock.tsx';
import { useWorkplace } from '../workplace/workplace.tsx';
import { conditionWords, isCondition } from './condition-words.ts';
import type { Step } from './diff.ts';
import { isFieldName } from './field-names.ts';
import { NamesInHand } from './names-in-hand.ts';
import { isPlain, isRecurrence } from './structure.ts';
import { useFormFields } from './use-form-fields.ts';

const PEOPLE = ['director', 'head', 'handlers', 'holders', 'steward', 'keeper', 'repairer'];
const PERSON_FIELDS = new Set([...PEOPLE, 'customerService', 'person', 'deputy', 'author']);
/** Fields of plans whose values have words of their own. */
const PLAN_VALUES: Readonly<Record<string, readonly PlanValue[]>> = {
  status: ['active', 'paused', 'ended'],
  per: ['asset', 'round'],
  mode: ['fixed', 'floating'],
};
type PlanValue = 'active' | 'paused' | 'ended' | 'asset' | 'round' | 'fixed' | 'floating';
const ROLES = ['admin', 'manager', 'staff', 'viewer', 'contractor'] as const;

export interface DocumentWords {
  /** "人员 › 维修工甲 › 邮箱". */
  path(path: readonly Step[]): string;
  /** A value as a person says it: names for ids, times, lists. `field` is the field it stands in. */
  value(field: string, value: unknown): string;
  /** What conditions may ask of forms. */
  fields: readonly Field[];
}

/** Words for any part of any document. `bodies`: the versions in hand, which name people and places no longer in use. */
export function useDocumentWords(bodies: readonly unknown[]): DocumentWords {
  const { t, language } = useWords();
  const { names, me, directory } = useWorkplace();
  const { at } = useWhen(undefined);
  const fields = useFormFields();
  const inHand = use(NamesInHand);
  const now = useNow();

  const isText = (value: unknown): value is Text => isPlain(value) && typeof value[language] === 'string';
  /** By id, from a list of the documents in hand. */
  const named = (list: string, id: string): string | null => {
    for (const body of [...bodies, ...inHand]) {
      const entries = isPlain(body) && Array.isArray(body[list]) ? body[list] : [];
      const found = entries.find((entry) => isPlain(entry) && entry.id === id);
      if (isPlain(found) && isText(found.name)) return found.name[language];
    }
    return null;
  };
  const known = (name: string, id: string) => (name === id ? null : name);
  const person = (id: string) =>
    id === 'system' ? t('doc.system') : (named('people', id) ?? known(names.person(id), id) ?? id);
  /** Sites one does not see stay unnamed. */
  const site = (id: string) => named('sites', id) ?? known(names.site(id), id) ?? t('doc.otherSite');
  const department = (id: string) => {
    const found = directory.departments.find((one) => one.id === id);
    return found?.name[language] ?? id;
  };

  /** One id, number, date or word in the field. */
  const word = (field: string, value: string | number | boolean): string => {
    if (typeof value === 'boolean') return t(value ? 'diff.yes' : 'diff.no');
    if (typeof value === 'number') {
      if (field === 'days' || field === 'filedWeekday' || field === 'localWeekday')
        return t(`docField.${String(value) as '1'}`);
      const isInstant = itemFields.some(({ name, type }) => name === field && type === 'instant');
      return isInstant || ((field === 'from' || field === 'to') && value > 1e9) ? at(value) : String(value);
    }
    if (value === '') return t('diff.empty');
    if (PERSON_FIELDS.has(field)) return person(value);
    const of = [...itemFields, ...fields].find(({ name }) => name === field);
    const option = of?.options?.find((one) => one.value === value);
    if (option && field !== 'severity') return option.label[language];
    if (field === 'category') return names.category(value);
    if (field === 'building') return directory.buildings.find(({ id }) => id === value)?.name[language] ?? value;
    if (field === 'site' || field === 'sites') return site(value);
    if (field === 'area')
      return named('areas', value) ?? directory.areas.find(({ id }) => id === value)?.name[language] ?? value;
    if (field === 'department') return department(value);
    if (field === 'calendar') return directory.calendars.find(({ id }) => id === value)?.body.name[language] ?? value;
    if (field === 'zone') return zoneWords(value, now, language);
    if (field === 'language') return value === 'en' ? 'English' : '中文';
    if (field === 'severity') {
      const severity = severityNames.find((name) => name === value);
      return severity ? capital(severityLabel(severity, language)) : value;
    }
    const ofPlan = PLAN_VALUES[field]?.find((name) => name === value);
    if (ofPlan) return t(`docValue.${ofPlan}`);
    if (field === 'absorbs') return named('plans', value) ?? value;
    if (field === 'checklist') return named('checklists', value) ?? value;
    const role = field === 'role' ? ROLES.find((name) => name === value) : undefined;
    if (role) return t(`role.${role}`);
    return /^\d{4}-\d\d-\d\d$/.test(value) ? dayWords(value, language, true) : value;
  };

  /** By name where somebody has them in hand, else how many: their ids say nothing. */
  const assets = (ids: readonly unknown[]): string => {
    const known = ids.map((id) => named('assets', String(id)));
    if (known.some((name) => name === null)) return t('docValue.assets', { count: ids.length });
    return known.join(language === 'en' ? ', ' : '、');
  };

  const value: DocumentWords['value'] = (field, given) => {
    if (given === undefined || given === null) return t('diff.empty');
    if (Array.isArray(given)) {
      if (given.length === 0) return t(field === 'open' || /^[1-7]$/.test(field) ? 'diff.closed' : 'diff.empty');
      if (field === 'assets') return assets(given);
      return given.map((part) => value(field, part)).join(language === 'en' ? ', ' : '、');
    }
    if (!isPlain(given)) return word(field, given as string | number | boolean);
    if (isText(given)) return given['zh-CN'] === given.en ? given.en : `${given['zh-CN']} / ${given.en}`;
    if (isCondition(given)) return conditionWords(given, { language, value: (name, part) => word(name, part), fields });
    if (isLimit(given)) return limitWords(given, language);
    if (isRecurrence(given)) return recurrenceWords(given as unknown as Recurrence, language);
    const { from, to, ...rest } = given;
    const isMove = field === 'moves';
    const side = (date: string) => (isMove ? dayWords(date, language, true) : date);
    const span =
      typeof from === 'string' && typeof to === 'string' ? [`${side(from)}${isMove ? ' → ' : '–'}${side(to)}`] : [];
    const parts = Object.entries(span.length > 0 ? rest : given).map(
      ([name, part]) => `${fieldLabel(name)} ${value(name, part)}`,
    );
    return [...span, ...parts].join(language === 'en' ? ', ' : '，');
  };

  const fieldLabel = (name: string) => (isFieldName(name) ? t(`docField.${name}`) : name);

  const entryLabel = (key: string, entry: unknown): string => {
    if (!isPlain(entry)) return key;
    if (isText(entry.name)) return entry.name[language];
    if (isText(entry.label)) return entry.label[language];
    if (typeof entry.person === 'string') return person(entry.person);
    if (typeof entry.date === 'string') return dayWords(entry.date, language, true);
    const action = actionNames.find((name) => name === key);
    if (action && Array.isArray(entry.fields)) return capital(actionLabel(action, language));
    return Array.isArray(entry.fields) ? names.category(key) : key;
  };

  return {
    path: (path) =>
      path.map((step) => ('field' in step ? fieldLabel(step.field) : entryLabel(step.key, step.entry))).join(' › ') ||
      me.company.name[language],
    value,
    fields,
  };
}

function isLimit(value: Record<string, unknown>): value is Limit {
  return value.kind === 'elapsed' || String(value.kind).startsWith('working');
}
