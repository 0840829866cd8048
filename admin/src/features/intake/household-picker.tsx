import type { HouseholdRow } from '#http/schemas/household';
import { SearchChoice } from '../../components/search-choice.tsx';
import { useWords } from '../../i18n/language.ts';
import { useWorkplace } from '../workplace/workplace.tsx';

interface HouseholdPickerProps {
  site: string;
  id?: string;
  /** Where no form names it. */
  label?: string;
  value?: HouseholdRow | null;
  onChange?: (value: HouseholdRow | null) => void;
}

/** One box for unit, name or phone number; arrows and Enter choose. */
export function HouseholdPicker({ site, id, label, value, onChange }: HouseholdPickerProps) {
  const { t } = useWords();
  const { names } = useWorkplace();
  return (
    <SearchChoice<HouseholdRow>
      resource="households"
      site={site}
      id={id}
      name={label}
      value={value}
      onChange={onChange}
      label={(row) => `${names.building(row.site, row.building)} ${row.unit}`}
      sub={({ members }) => members.map(({ name, phone }) => [name, phone].filter(Boolean).join(' ')).join(' · ')}
      words={{
        placeholder: t('household.placeholder'),
        start: t('household.start'),
        none: t('household.none'),
      }}
    />
  );
}
