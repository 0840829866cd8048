import { Button } from 'antd';
import { useSearchParams } from 'react-router';
import { fullName } from '#domain/full-name';
import { Choice } from '../../components/choice.tsx';
import { usePageTitle } from '../../components/page-title.ts';
import { Empty, Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import '../../styles/leaver.css';
import { LeaverForm } from './leaver-form.tsx';
import { useReferences } from './use-leaver.ts';

/** Somebody leaves (离职): all that names them on one page, replaced in one go. `?person=` may name them. */
export default function LeaverPage() {
  const { t, language } = useWords();
  const { directory } = useWorkplace();
  const [params, setParams] = useSearchParams();
  const person = params.get('person');
  const references = useReferences(person);
  usePageTitle(t('nav.leaver'));
  const found = references.data?.data;
  const choose = (id: string | null) => setParams(id === null ? {} : { person: id });
  return (
    <div className="page page-narrow">
      <div className="page-head">
        <h1>{t('nav.leaver')}</h1>
        <p className="quiet">{t('leaver.lead')}</p>
      </div>
      <div className="stack">
        <div className="panel">
          <label htmlFor="leaver" className="leaver-label">
            {t('leaver.who')}
          </label>
          <Choice
            id="leaver"
            className="leaver-who"
            showSearch
            allowClear
            optionFilterProp="label"
            placeholder={t('leaver.choose')}
            value={person ?? undefined}
            onChange={(chosen: string | undefined) => choose(chosen ?? null)}
            options={directory.people
              .filter(({ active, id }) => active || id === person)
              .map((one) => ({ value: one.id, label: fullName(one, language) }))}
          />
        </div>
        {person === null && <Empty title={t('leaver.start')} hint={t('leaver.startHint')} />}
        {person !== null && references.isPending && <RowsSkeleton />}
        {references.error && <Failed message={references.error.message} retry={() => void references.refetch()} />}
        {found && found.person.id === person && (
          <LeaverForm key={person} references={found} another={() => choose(null)} />
        )}
        {references.error?.statusCode === 403 && <Button onClick={() => choose(null)}>{t('leaver.another')}</Button>}
      </div>
    </div>
  );
}
