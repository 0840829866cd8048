import { ArrowLeftOutlined } from '@ant-design/icons';
import { type HttpError, useOne } from '@refinedev/core';
import { Link, useParams } from 'react-router';
import type { PatrolView } from '#http/schemas/patrol';
import { usePageTitle } from '../../components/page-title.ts';
import { Failed, PageSkeleton } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import '../../styles/patrols.css';
import { useWorkplace } from '../workplace/workplace.tsx';
import { NightHead, PointList } from './night.tsx';

const EVERY = 20_000;

/** One night, point by point: under way, or as it went. */
export default function NightPage() {
  const { t, language } = useWords();
  const { names } = useWorkplace();
  const { id = '' } = useParams();
  const { query } = useOne<PatrolView, HttpError>({
    resource: 'patrols',
    id,
    queryOptions: { refetchInterval: ({ state }) => (state.data?.data.over ? false : EVERY) },
    errorNotification: false,
  });
  const night = query.data?.data;
  usePageTitle(night?.name[language] ?? t('nav.patrols'));
  if (!night) return query.error ? <Failed error={query.error} retry={() => void query.refetch()} /> : <PageSkeleton />;
  return (
    <div className="page">
      <div className="page-head">
        <Link to={night.over ? '/patrols?part=history' : '/patrols'} className="back">
          <ArrowLeftOutlined aria-hidden /> {t('nav.patrols')}
        </Link>
      </div>
      <section className="panel patrol-night">
        <NightHead night={night} title={night.name[language]} />
        {night.walkers.length > 0 && (
          <p className="quiet">
            {t('patrol.walkers', { people: night.walkers.map(names.person).join(language === 'en' ? ', ' : '、') })}
          </p>
        )}
        <PointList night={night} />
      </section>
    </div>
  );
}
