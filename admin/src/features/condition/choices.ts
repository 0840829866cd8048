import { type Field, itemFields } from '#domain/fields';
import { severityLabel } from '#domain/words';
import { capital } from '../../components/capital.ts';
import { severityNames } from '../../components/vocabulary.ts';
import { useWords } from '../../i18n/language.ts';
import { useWorkplace } from '../workplace/workplace.tsx';

export interface Option {
  value: string | number;
  label: string;
}
const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** Fields that mean something before a complaint has gone anywhere, the usual ones first. */
const NAMES = [
  'category',
  'severity',
  'site',
  'building',
  'buildingAgeYears',
  'buildingAgeDays',
  'channel',
  'filedInWorkingTime',
  'filedHour',
  'filedWeekday',
  'major',
  'isRepeat',
  'wants',
  'department',
  'unit',
  'place',
  'hasEmail',
];
export const ruleFields: readonly Field[] = NAMES.flatMap(
  (name) => itemFields.find((field) => field.name === name) ?? [],
);
/** All there are, those first. */
export const everyField: readonly Field[] = [...ruleFields, ...itemFields.filter(({ name }) => !NAMES.includes(name))];

/** What a choice may be, by what it is a choice of. */
export function useChoices() {
  const { t, language } = useWords();
  const { me, directory, names } = useWorkplace();
  const departments: Option[] = [
    ...new Map(directory.departments.map(({ id, name }) => [id, { value: id, label: name[language] }])).values(),
  ];
  const severities: Option[] = severityNames.map((value) => ({
    value,
    label: capital(severityLabel(value, language)),
  }));

  /** Null: the field is typed, not chosen. */
  const optionsOf = (field: Field): Option[] | null => {
    switch (field.name) {
      case 'category':
        return directory.categories.map(({ id, name }) => ({ value: id, label: name[language] }));
      case 'department':
        return departments;
      case 'severity':
        return severities;
      case 'site':
        return me.sites.map(({ id, name }) => ({ value: id, label: name[language] }));
      case 'building':
        return directory.buildings.map(({ id, site, name }) => ({
          value: id,
          label: me.sites.length > 1 ? `${names.site(site)} · ${name[language]}` : name[language],
        }));
      case 'filedWeekday':
      case 'localWeekday':
        return WEEKDAYS.map((day) => ({ value: Number(day), label: t(`docField.${day}`) }));
      default:
        return field.options?.map(({ value, label }) => ({ value, label: label[language] })) ?? null;
    }
  };
  return { departments, severities, optionsOf };
}
