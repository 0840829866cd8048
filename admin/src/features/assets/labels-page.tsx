import { ArrowLeftOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { shortCode } from '#domain/patrol/code';
import type { AssetRow } from '#http/schemas/asset';
import { useCursorList } from '../../components/cursor-list.ts';
import { usePageTitle } from '../../components/page-title.ts';
import { Pager } from '../../components/pager.tsx';
import { Empty, Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import '../../styles/assets.css';
import '../../styles/notice.css';
import { printSheets } from '../notice/print-sheets.ts';
import { QrCode } from '../notice/qr-code.tsx';
import { useWorkplace } from '../workplace/workplace.tsx';
import { useKinds } from './use-kinds.ts';

/** Labels on one sheet to cut out. */
const SHEET = 24;
const ASKED = ['q', 'building', 'kind', 'condition', 'person'] as const;

/** Labels of the assets asked for, as they come out of the printer; a sheet at a time. */
export default function LabelsPage() {
  const { t } = useWords();
  const { site } = useWorkplace();
  const [params] = useSearchParams();
  const asked = Object.fromEntries(ASKED.map((name) => [name, params.get(name) || undefined]));
  const list = useCursorList<AssetRow>({
    resource: 'assets',
    filters: { site: site?.id, ...asked },
    pageSize: SHEET,
    enabled: site !== null,
  });
  usePageTitle(t('assets.labels'));
  return (
    <div className="page">
      <div className="page-head screen-only">
        <Link to={`/assets?${params}`} className="back">
          <ArrowLeftOutlined aria-hidden /> {t('asset.back')}
        </Link>
        <div className="page-head-row">
          <h1>{t('assets.labels')}</h1>
          <Button type="primary" icon={<PrinterOutlined />} disabled={list.rows.length === 0} onClick={printSheets}>
            {t('assets.print')}
          </Button>
        </div>
        <p className="quiet">{t('assets.labelsLead')}</p>
      </div>
      {list.loading && <RowsSkeleton />}
      {list.error && <Failed message={list.error.message} retry={list.retry} />}
      {!list.loading && !list.error && list.rows.length === 0 && (
        <Empty title={t('assets.none')} hint={t('assets.noneHint')} />
      )}
      {site && (
        <div className="label-sheet">
          {list.rows.map((row) => (
            <AssetLabel key={row.id} row={row} />
          ))}
        </div>
      )}
      <div className="screen-only">
        <Pager list={list} />
      </div>
    </div>
  );
}

/** In the language of the site, whatever the reader of the panel speaks. */
const SCAN = { 'zh-CN': '扫码看状态、报故障', en: 'Scan: state, report a fault' };

function AssetLabel({ row }: { row: AssetRow }) {
  const { t } = useWords();
  const { me, directory } = useWorkplace();
  const { kinds } = useKinds(row.site);
  const language = me.sites.find(({ id }) => id === row.site)?.language ?? 'zh-CN';
  const building = directory.buildings.find((one) => one.id === row.building && one.site === row.site);
  const kind = kinds.find(({ id }) => id === row.kind)?.name[language];
  return (
    <article className="label" lang={language}>
      <QrCode text={row.label} label={t('asset.labelOf', { name: row.name })} />
      <div>
        <strong>{row.name}</strong>
        <span>{[row.number, kind].filter(Boolean).join(' · ')}</span>
        <span>{[building?.name[language], row.place].filter(Boolean).join(' · ')}</span>
        <small>{SCAN[language]}</small>
        <code className="label-code">{shortCode(row.label.slice(row.label.lastIndexOf('/') + 1))}</code>
      </div>
    </article>
  );
}
