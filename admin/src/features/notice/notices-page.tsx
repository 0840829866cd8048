import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { usePageTitle } from '../../components/page-title.ts';
import { Empty, Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import '../../styles/notice.css';
import { NoticeSheet } from './notice-sheet.tsx';
import { printSheets } from './print-sheets.ts';
import { QrCode } from './qr-code.tsx';
import { type Notice, type NoticeBuilding, useNotice } from './use-notice.ts';

/** The buildings of the site, each with its code; their notices print one by one or all together. */
export default function NoticesPage() {
  const { t } = useWords();
  const query = useNotice();
  const notice = query.data?.data;
  const [printed, setPrinted] = useState<readonly NoticeBuilding[]>([]);
  usePageTitle(t('nav.notices'));
  const print = (buildings: readonly NoticeBuilding[]) => {
    setPrinted(buildings);
    printSheets();
  };
  return (
    <>
      <div className="page screen-only">
        <div className="page-head">
          <div className="page-head-row">
            <h1>{t('nav.notices')}</h1>
            {notice && notice.buildings.length > 1 && (
              <Button icon={<PrinterOutlined />} onClick={() => print(notice.buildings)}>
                {t('notice.printAll')}
              </Button>
            )}
          </div>
          <p className="quiet">{t('notice.lead')}</p>
        </div>
        {query.isPending && <RowsSkeleton />}
        {query.error && !notice && <Failed message={query.error.message} retry={() => void query.refetch()} />}
        {notice?.buildings.length === 0 && <Empty title={t('notice.none')} hint={t('notice.noneHint')} />}
        <ul className="notice-tiles">
          {notice?.buildings.map((building) => (
            <Tile key={building.id} notice={notice} building={building} print={() => print([building])} />
          ))}
        </ul>
      </div>
      {notice && (
        <div className="print-only">
          {printed.map((building) => (
            <NoticeSheet key={building.id} notice={notice} building={building} />
          ))}
        </div>
      )}
    </>
  );
}

function Tile({ notice, building, print }: { notice: Notice; building: NoticeBuilding; print: () => void }) {
  const { t, language } = useWords();
  const name = building.name[language];
  return (
    <li className="tile notice-tile">
      <QrCode text={building.url} label={t('notice.code', { building: name })} />
      <div className="notice-facts">
        <Link to={`/buildings/${building.id}/notice?site=${notice.site}`} className="card-title">
          {name}
        </Link>
        <a href={building.url} target="_blank" rel="noreferrer" className="row-form">
          {t('notice.try')}
        </a>
        <Button icon={<PrinterOutlined />} onClick={print} aria-label={`${t('notice.print')}: ${name}`}>
          {t('notice.print')}
        </Button>
      </div>
    </li>
  );
}
