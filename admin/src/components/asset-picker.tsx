import type { AssetRow } from '#http/schemas/asset';
import { useWorkplace } from '../features/workplace/workplace.tsx';
import { useWords } from '../i18n/language.ts';
import { SearchChoice } from './search-choice.tsx';

interface AssetPickerProps {
  site: string;
  id?: string;
  value?: AssetRow | null;
  onChange?: (value: AssetRow | null) => void;
}

/** One facility of the site, by its number, name or place. */
export function AssetPicker({ site, id, value, onChange }: AssetPickerProps) {
  const { t } = useWords();
  const { names } = useWorkplace();
  return (
    <SearchChoice<AssetRow>
      resource="assets"
      site={site}
      id={id}
      value={value}
      onChange={onChange}
      label={({ number, name }) => `${number} ${name}`}
      sub={(row) => names.place({ ...row, unit: null, place: row.place || null })}
      words={{
        placeholder: t('assetPicker.placeholder'),
        start: t('assetPicker.start'),
        none: t('assetPicker.none'),
      }}
    />
  );
}
