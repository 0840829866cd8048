import type { Operation } from '#domain/permission';
import { usePageTitle } from '../../components/page-title.ts';
import { Empty } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import '../../styles/import.css';
import { useMay } from '../workplace/may.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { ImportForm } from './import-form.tsx';
import type { ImportKind } from './use-import.ts';

const NEEDS = {
  households: 'household.import',
  staff: 'staff.import',
  assets: 'asset.write',
} as const satisfies Record<ImportKind, Operation>;

export function ImportPage({ kind }: { kind: ImportKind }) {
  const { t, language } = useWords();
  const { site } = useWorkplace();
  const may = useMay(NEEDS[kind]);
  usePageTitle(t(`import.${kind}`));
  if (!may || (kind !== 'staff' && site === null))
    return <Empty title={t('import.notAllowed')} hint={t('import.notAllowedHint')} />;
  return (
    <div className="page page-narrow">
      <div className="page-head">
        <h1>{t(`import.${kind}`)}</h1>
        <p className="quiet">
          {kind === 'staff' ? t('import.leadStaff') : t('import.leadHouseholds', { site: site?.name[language] ?? '' })}
        </p>
      </div>
      <ImportForm key={`${kind} ${site?.id}`} kind={kind} site={site?.id} />
    </div>
  );
}
