import { fullName } from '#domain/full-name';
import type { Organisation, Person } from '#domain/organisation';
import { Choice } from '../../components/choice.tsx';
import { useWords } from '../../i18n/language.ts';

interface SelectProps<V> {
  id?: string;
  organisation: Organisation;
  /** People of this site come first. */
  site?: string | undefined;
  value: V;
  change: (value: V) => void;
  label: string;
  disabled?: boolean;
  /** Nobody cannot be chosen. */
  required?: boolean;
  /** Ids that are not offered. */
  without?: readonly string[];
  /** Contractors may be chosen, too: they hold no post. @default false */
  contractors?: boolean;
}

/** One person by name, or nobody. Those who have left are offered no more, and shown where they still stand. */
export function PersonSelect({
  id,
  value,
  change,
  disabled,
  label,
  required = false,
  ...rest
}: SelectProps<string | null>) {
  const { t } = useWords();
  const options = usePeopleOptions(rest, value === null ? [] : [value]);
  return (
    <Choice
      id={id}
      showSearch
      allowClear={!required}
      optionFilterProp="label"
      aria-label={label}
      disabled={disabled}
      placeholder={t(required ? 'person.choose' : 'person.nobody')}
      value={value ?? undefined}
      onChange={(chosen: string | undefined) => change(chosen ?? null)}
      options={options}
    />
  );
}

/** Several people, in the order they were chosen. */
export function PeopleSelect({ id, value, change, disabled, label, ...rest }: SelectProps<string[]>) {
  const { t } = useWords();
  const options = usePeopleOptions(rest, value);
  return (
    <Choice
      id={id}
      mode="multiple"
      optionFilterProp="label"
      aria-label={label}
      disabled={disabled}
      placeholder={t('person.nobody')}
      value={value}
      onChange={(chosen: string[]) => change(chosen)}
      options={options}
    />
  );
}

function usePeopleOptions(
  {
    organisation,
    site,
    without = [],
    contractors = false,
  }: Pick<SelectProps<unknown>, 'organisation' | 'site' | 'without' | 'contractors'>,
  chosen: readonly string[],
) {
  const { t, language } = useWords();
  const near = ({ sites }: Person) => (site === undefined || sites.includes(site) ? 0 : sites.length === 0 ? 1 : 2);
  return organisation.people
    .filter(
      ({ id, active, role }) =>
        chosen.includes(id) || (active && !without.includes(id) && (contractors || role !== 'contractor')),
    )
    .sort((a, b) => near(a) - near(b))
    .map((person) => ({
      value: person.id,
      label: person.active ? fullName(person, language) : t('person.left', { name: fullName(person, language) }),
    }));
}
