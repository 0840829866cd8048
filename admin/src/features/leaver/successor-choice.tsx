import { fullName } from '#domain/full-name';
import { Choice } from '../../components/choice.tsx';
import { useWords } from '../../i18n/language.ts';
import { useWorkplace } from '../workplace/workplace.tsx';

/** Stand for "as above" and "leave it empty" among ids, which never begin with a hyphen. */
const SAME = '-same';
const EMPTY = '-empty';

interface SuccessorChoiceProps {
  id?: string;
  label: string;
  leaver: string;
  /** People of this site stand first. */
  site: string | null;
  /** undefined: as chosen for all; null: nobody. */
  value: string | null | undefined;
  onChange: (value: string | null | undefined) => void;
  /** What "as above" means at present; left out: there is nothing above. */
  above?: { name: string | null } | undefined;
  /** The place may be left empty. */
  mayBeEmpty: boolean;
  invalid?: boolean;
}

/** One person by name, or nobody. */
export function SuccessorChoice(props: SuccessorChoiceProps) {
  const { id, label, leaver, site, value, onChange, above, mayBeEmpty, invalid = false } = props;
  const { t, language } = useWords();
  const { directory, names } = useWorkplace();
  const people = directory.people
    .filter((one) => one.active && one.id !== leaver)
    .map((one) => ({
      value: one.id,
      label: fullName(one, language),
      near: site === null || one.sites.includes(site) || one.sites.length === 0,
      sites: one.sites.map(names.site).join('、'),
    }))
    .sort((a, b) => Number(b.near) - Number(a.near) || a.label.localeCompare(b.label, language));
  const same = above && {
    value: SAME,
    label: above.name === null ? t('leaver.same') : t('leaver.sameAs', { name: above.name }),
    near: true,
    sites: '',
  };
  const empty = {
    value: EMPTY,
    label: t(above ? 'leaver.empty' : 'leaver.nobody'),
    near: true,
    sites: '',
  };
  return (
    <Choice
      id={id}
      aria-label={label}
      showSearch
      optionFilterProp="label"
      status={invalid ? 'error' : ''}
      value={value === undefined ? (above ? SAME : undefined) : (value ?? EMPTY)}
      placeholder={t('leaver.choose')}
      onChange={(chosen: string) => onChange(chosen === SAME ? undefined : chosen === EMPTY ? null : chosen)}
      options={[...(same ? [same] : []), ...(mayBeEmpty ? [empty] : []), ...people]}
      optionRender={({ data }) => (
        <span className="household">
          <span>{data.label}</span>
          {data.sites !== '' && <span className="quiet">{data.sites}</span>}
        </span>
      )}
    />
  );
}
