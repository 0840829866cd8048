import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link, useParams, useSearchParams } from 'react-router';
import { usePageTitle } from '../../components/page-title.ts';
import { Empty, Failed, PageSkeleton } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import '../../styles/notice.css';
import { useWorkplace } from '../workplace/workplace.tsx';
import { NoticeSheet } from './notice-sheet.tsx';
import { printSheets } from './print-sheets.ts';
import { useNotice } from './use-notice.ts';

/** The notice of one building as it comes out of the printer. */
export default function NoticePage() {
  const { t, language } = useWords();
  const { id } = useParams();
  const [search] = useSearchParams();
  const { directory } = useWorkplace();
  const site = search.get('site') ?? directory.buildings.find((one) => one.id === id)?.site;
  const query = useNotice(site);
  const notice = query.data?.data;
  const building = notice?.buildings.find((one) => one.id === id);
  usePageTitle(building?.name[language] ?? t('nav.notices'));
  if (query.error && !notice) return <Failed message={query.error.message} retry={() => void query.refetch()} />;
  if (!notice) return <PageSkeleton />;
  if (!building)
    return (
      <Empty title={t('notice.unknown')} hint={t('notice.unknownHint')}>
        <Link to="/notices">{t('notice.back')}</Link>
      </Empty>
    );
  return (
    <div className="page notice-page">
      <div className="page-head screen-only">
        <div className="page-head-row">
          <h1>
            {t('nav.notices')} · {building.name[language]}
          </h1>
          <Button type="primary" icon={<PrinterOutlined />} onClick={printSheets}>
            {t('notice.print')}
          </Button>
        </div>
        <Link to="/notices">{t('notice.back')}</Link>
      </div>
      <NoticeSheet notice={notice} building={building} />
    </div>
  );
}
