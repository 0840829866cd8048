import { ArrowLeftOutlined, PrinterOutlined } from '@ant-design/icons';
import { type HttpError, useList } from '@refinedev/core';
import { Alert, Button, Segmented } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { PointLabel } from '#http/schemas/patrol';
import { usePageTitle } from '../../components/page-title.ts';
import { Empty, Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import '../../styles/assets.css';
import '../../styles/notice.css';
import '../../styles/patrols.css';
import { printSheets } from '../notice/print-sheets.ts';
import { QrCode } from '../notice/qr-code.tsx';
import { useWorkplace } from '../workplace/workplace.tsx';

const WHICH = ['own', 'all'] as const;

/** Labels of a route's points to cut out and hang up; those of facilities hang there already. */
export default function PointLabelsPage() {
  const { t } = useWords();
  const { site } = useWorkplace();
  const [params] = useSearchParams();
  const [which, setWhich] = useState<(typeof WHICH)[number]>('own');
  const plan = params.get('route') ?? '';
  const { query } = useList<PointLabel & { id: string }, HttpError>({
    resource: 'patrol-labels',
    filters: [
      { field: 'site', operator: 'eq', value: site?.id },
      { field: 'plan', operator: 'eq', value: plan },
    ],
    queryOptions: { enabled: site !== null && plan !== '', retry: false },
    errorNotification: false,
  });
  const all = query.data?.data ?? [];
  const labels = all.filter(({ asset }) => which === 'all' || asset === null);
  const unpublished = query.error?.statusCode === 404;
  usePageTitle(t('patrol.printLabels'));
  return (
    <div className="page">
      <div className="page-head screen-only">
        <Link to={`/patrols?part=routes&route=${plan}`} className="back">
          <ArrowLeftOutlined aria-hidden /> {t('patrol.backToRoute')}
        </Link>
        <div className="page-head-row">
          <h1>{t('patrol.printLabels')}</h1>
          <Button type="primary" icon={<PrinterOutlined />} disabled={labels.length === 0} onClick={printSheets}>
            {t('patrol.print')}
          </Button>
        </div>
        <p className="quiet">{t('patrol.labelsLead')}</p>
        {all.length > 0 && (
          <div>
            <Segmented
              value={which}
              onChange={setWhich}
              options={WHICH.map((value) => ({ value, label: t(`patrol.labels.${value}`) }))}
            />
          </div>
        )}
      </div>
      {query.isFetching && !query.data && <RowsSkeleton />}
      {unpublished && <Alert type="info" showIcon message={t('patrol.publishFirst')} />}
      {query.error && !unpublished && <Failed error={query.error} retry={() => void query.refetch()} />}
      {query.data && labels.length === 0 && <Empty title={t('patrol.noLabels')} hint={t('patrol.noLabelsHint')} />}
      <div className="label-sheet">
        {labels.map((label) => (
          <Sheet key={label.point} label={label} />
        ))}
      </div>
    </div>
  );
}

/** In the language of the site, whatever the reader of the panel speaks. */
const SAID = {
  'zh-CN': { what: '夜间巡查点', scan: '扫码记录到场，或在巡查页面输入' },
  en: { what: 'Night patrol point', scan: 'Scan to record, or type on the patrol page' },
};

function Sheet({ label }: { label: PointLabel }) {
  const { t } = useWords();
  const { site } = useWorkplace();
  const language = site?.language ?? 'zh-CN';
  const said = SAID[language];
  return (
    <article className="label" lang={language}>
      <QrCode text={label.url} label={t('patrol.labelOf', { name: label.name[language] })} />
      <div>
        <strong>{label.name[language]}</strong>
        <span>{label.asset ? `${label.asset.number} · ${label.asset.name}` : said.what}</span>
        <small>{said.scan}</small>
        <code className="label-code">{label.code}</code>
      </div>
    </article>
  );
}
