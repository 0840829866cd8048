import { Segmented } from 'antd';
import { useSearchParams } from 'react-router';
import { usePageTitle } from '../../components/page-title.ts';
import { Empty } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import '../../styles/patrols.css';
import { useMay } from '../workplace/may.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { HistoryPart } from './history-part.tsx';
import { RoutesPart } from './routes-part.tsx';
import { TonightPart } from './tonight-part.tsx';

/** Night patrols (夜间巡查) of the site: how tonight stands, how the nights before went, and the routes. */
export default function PatrolsPage() {
  const { t } = useWords();
  const { site } = useWorkplace();
  const mayRead = useMay('document.read');
  const [params, setParams] = useSearchParams();
  const parts = mayRead ? (['tonight', 'history', 'routes'] as const) : (['tonight', 'history'] as const);
  const part = parts.find((one) => one === params.get('part')) ?? 'tonight';
  usePageTitle(t('nav.patrols'));
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('nav.patrols')}</h1>
        <p className="quiet">{t('patrol.lead')}</p>
      </div>
      <div className="toolbar">
        <Segmented
          value={part}
          onChange={(next) => setParams(next === 'tonight' ? {} : { part: next }, { replace: true })}
          options={parts.map((one) => ({ value: one, label: t(`patrol.part.${one}`) }))}
        />
      </div>
      {site === null && <Empty title={t('patrol.none')} hint={t('patrol.noneHint')} />}
      {site && part === 'tonight' && <TonightPart site={site.id} />}
      {site && part === 'history' && <HistoryPart site={site.id} />}
      {site && part === 'routes' && <RoutesPart key={site.id} site={site.id} />}
    </div>
  );
}
