import { LeftOutlined, PrinterOutlined, RightOutlined } from '@ant-design/icons';
import { useCustom } from '@refinedev/core';
import { Button } from 'antd';
import { Navigate, useSearchParams } from 'react-router';
import { daysOfQuarter, QUARTER, quarterAfter, quarterBefore, quarterOf } from '#domain/improvement/quarter';
import { localDate } from '#domain/time';
import type { SharingView } from '#http/schemas/sharing';
import { dayWords } from '../../components/day-words.ts';
import { usePageTitle } from '../../components/page-title.ts';
import { Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import '../../styles/improvements.css';
import '../../styles/sharing.css';
import { useNow } from '../clock/system-clock.tsx';
import { useWorkplace } from '../workplace/workplace.tsx';
import { SharedCases } from './shared-cases.tsx';
import { SharedFigures } from './shared-figures.tsx';
import { SharedImprovements } from './shared-improvements.tsx';

/** What the site learned in a quarter (季度分享): for all of its staff, and for the wall. */
export default function SharingPage() {
  const { t, language } = useWords();
  const { site, names } = useWorkplace();
  const [params, setParams] = useSearchParams();
  const present = quarterOf(localDate(useNow(), site?.zone ?? 'UTC'));
  const asked = params.get('quarter') ?? '';
  const quarter = QUARTER.test(asked) && asked < present ? asked : present;
  const { query } = useCustom<SharingView>({
    ...{ url: '/api/sharing', method: 'get', errorNotification: false },
    config: { query: { site: site?.id, quarter } },
    queryOptions: { enabled: site !== null },
  });
  const title = quarterWords(quarter, language);
  usePageTitle(`${t('nav.sharing')} ${title}`);
  if (site === null) return <Navigate to="/work" replace />;
  const view = query.data?.data;
  const { from, to } = daysOfQuarter(quarter);
  const go = (next: string) => setParams(next === present ? {} : { quarter: next }, { replace: true });
  return (
    <div className="page sharing">
      <div className="page-head page-head-row">
        <div className="page-head-words">
          <h1>
            {t('nav.sharing')} · {title}
          </h1>
          <p className="quiet">
            {names.site(site.id)} · {dayWords(from, language, true)} – {dayWords(to, language, true)}
          </p>
        </div>
        <div className="sharing-buttons">
          <Button icon={<LeftOutlined />} aria-label={t('sharing.before')} onClick={() => go(quarterBefore(quarter))} />
          <Button
            icon={<RightOutlined />}
            aria-label={t('sharing.after')}
            disabled={quarter === present}
            onClick={() => go(quarterAfter(quarter))}
          />
          <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
            {t('sharing.print')}
          </Button>
        </div>
      </div>
      <SharedCases site={site.id} quarter={quarter} />
      <section className="home-section" aria-labelledby="sharing-figures">
        <h2 id="sharing-figures">{t('sharing.figures')}</h2>
        {query.isPending && <RowsSkeleton />}
        {query.error && <Failed message={query.error.message} retry={() => void query.refetch()} />}
        {view && <SharedFigures view={view} />}
      </section>
      <SharedImprovements site={site.id} quarter={quarter} />
    </div>
  );
}

/** "2026 年第 4 季度", "Q4 2026" */
function quarterWords(quarter: string, language: string): string {
  const [year = '', number = ''] = quarter.split('-Q');
  return language === 'en' ? `Q${number} ${year}` : `${year} 年第 ${number} 季度`;
}
