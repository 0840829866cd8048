import { Select } from 'antd';
import { useWords } from '../../i18n/language.ts';
import { useWorkplace } from '../workplace/workplace.tsx';

/** Which site the lists are about; with one site only its name. */
export function SiteSelect() {
  const { t, language } = useWords();
  const { me, site, chooseSite } = useWorkplace();
  if (site === null) return null;
  if (me.sites.length === 1) return <span className="site-name">{site.name[language]}</span>;
  return (
    <Select
      className="site-select"
      variant="filled"
      aria-label={t('site.label')}
      value={site.id}
      onChange={chooseSite}
      popupMatchSelectWidth={false}
      options={me.sites.map(({ id, name }) => ({ value: id, label: name[language] }))}
    />
  );
}
