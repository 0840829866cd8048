import { ArrowLeftOutlined, EditOutlined, PaperClipOutlined, QrcodeOutlined } from '@ant-design/icons';
import { type HttpError, useDataProvider, useOne } from '@refinedev/core';
import { App, Button } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { Link, Navigate, useParams } from 'react-router';
import type { AssetDetail } from '#http/schemas/asset';
import { listAddress } from '../../components/list-address.ts';
import { usePageTitle } from '../../components/page-title.ts';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { Failed, PageSkeleton } from '../../components/states.tsx';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import '../../styles/assets.css';
import '../../styles/plans.css';
import { QrCode } from '../notice/qr-code.tsx';
import { AssetHistory, OpenOrderButton } from '../orders/asset-orders.tsx';
import { AssetPlans } from '../plans/asset-plans.tsx';
import { useWorkplace } from '../workplace/workplace.tsx';
import { AssetForm } from './asset-form.tsx';
import { ConditionTag, Until } from './asset-words.tsx';
import { useKinds } from './use-kinds.ts';

/** One asset: what and where it is, who answers for it, how long its papers last, and its label. */
export default function AssetPage() {
  const { t } = useWords();
  const { id = '', code } = useParams();
  const asked = code === undefined ? { resource: 'assets', id } : { resource: 'labels', id: code };
  const { query } = useOne<AssetDetail, HttpError>({ ...asked, errorNotification: false });
  const asset = query.data?.data;
  usePageTitle(asset?.name ?? t('nav.assets'));
  if (query.isPending) return <PageSkeleton />;
  // By its label: everything else of the page knows it by its id.
  if (asset && code !== undefined) return <Navigate to={`/assets/${asset.id}`} replace />;
  if (!asset) return <Failed error={query.error} retry={() => void query.refetch()} />;
  return <Asset key={asset.id} asset={asset} />;
}

function Asset({ asset }: { asset: AssetDetail }) {
  const { t } = useWords();
  const { names } = useWorkplace();
  const { nameOf } = useKinds(asset.site);
  const [editing, setEditing] = useState(false);
  return (
    <div className="page">
      <div className="detail-head">
        <Link to={listAddress('/assets')} className="back">
          <ArrowLeftOutlined aria-hidden /> {t('asset.back')}
        </Link>
        <div className="page-head-row">
          <h1>{asset.name}</h1>
          <div className="head-buttons">
            {asset.editable && (
              <Button icon={<EditOutlined />} onClick={() => setEditing(true)}>
                {t('asset.edit')}
              </Button>
            )}
            <OpenOrderButton asset={asset} />
          </div>
        </div>
        <div className="facts-line">
          <ConditionTag condition={asset.condition} />
          <span>
            {asset.number} · {nameOf(asset.kind)}
          </span>
          <span className="quiet">{names.site(asset.site)}</span>
        </div>
      </div>
      <div className="detail">
        <div className="detail-main">
          <Facts asset={asset} />
          <AssetPlans asset={asset} />
          <AssetHistory asset={asset} />
          <Documents asset={asset} />
        </div>
        <div className="detail-side">
          <LabelPanel asset={asset} />
        </div>
      </div>
      <SideDrawer open={editing} title={t('asset.edit')} close={() => setEditing(false)}>
        {editing && (
          <AssetForm site={asset.site} asset={asset} done={() => setEditing(false)} cancel={() => setEditing(false)} />
        )}
      </SideDrawer>
    </div>
  );
}

function Facts({ asset }: { asset: AssetDetail }) {
  const { t, language } = useWords();
  const { names, directory } = useWorkplace();
  const when = useWhen(asset.site);
  const id = useId();
  const person = (who: string | null): ReactNode =>
    who === null ? <span className="quiet">{t('asset.nobody')}</span> : names.person(who);
  const area = directory.areas.find((one) => one.id === asset.area && one.site === asset.site);
  const facts: [string, ReactNode][] = [
    [t('asset.place'), names.place({ ...asset, unit: null, place: asset.place || null })],
    ...(area ? [[t('asset.area'), area.name[language]] satisfies [string, ReactNode]] : []),
    [t('asset.responsible'), person(asset.responsible)],
    [t('asset.deputy'), person(asset.deputy)],
    [t('asset.certificateUntil'), <Until key="c" date={asset.certificateUntil} days={asset.certificateDays} />],
    [t('asset.warrantyUntil'), <Until key="w" date={asset.warrantyUntil} days={asset.warrantyDays} />],
    [t('asset.makerModel'), [asset.maker, asset.model].filter(Boolean).join(' · ') || t('asset.unknown')],
    ...(asset.meter
      ? [
          [
            t('asset.meterReading'),
            `${asset.meter.reading} ${asset.meter.unit} · ${when.at(asset.meter.at)}`,
          ] satisfies [string, ReactNode],
        ]
      : []),
  ];
  return (
    <section className="panel" aria-labelledby={id}>
      <h2 id={id}>{t('asset.facts')}</h2>
      <dl className="asset-facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Documents({ asset }: { asset: AssetDetail }) {
  const { t } = useWords();
  const { notification } = App.useApp();
  const { custom } = useDataProvider()();
  const id = useId();
  const open = async (document: string) => {
    // Opened at once, as browsers take a later window for one nobody asked for; its address is short-lived.
    const opened = window.open('', '_blank');
    try {
      const url = `/api/assets/${asset.id}/documents/${encodeURIComponent(document)}`;
      const answer = await custom?.<{ id?: string; url: string }>({ url, method: 'get' });
      if (opened && answer) opened.location.href = answer.data.url;
    } catch (error) {
      opened?.close();
      notification.error({ message: (error as HttpError).message || t('error.failed') });
    }
  };
  return (
    <section className="panel" aria-labelledby={id}>
      <h2 id={id}>{t('asset.documents')}</h2>
      {asset.documents.length === 0 && <p className="quiet">{t('asset.noDocuments')}</p>}
      <ul className="plain-list">
        {asset.documents.map((document, index) => (
          <li key={document}>
            <Button type="link" icon={<PaperClipOutlined />} onClick={() => void open(document)}>
              {t('photo.nth', { n: index + 1 })}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function LabelPanel({ asset }: { asset: AssetDetail }) {
  const { t } = useWords();
  const id = useId();
  return (
    <section className="panel asset-label" aria-labelledby={id}>
      <h2 id={id}>{t('asset.label')}</h2>
      <QrCode text={asset.label} label={t('asset.labelOf', { name: asset.name })} />
      <p className="quiet">{t('asset.labelHint')}</p>
      <div className="facts-line">
        <a href={asset.label} target="_blank" rel="noreferrer">
          {t('asset.labelTry')}
        </a>
        <Link to={`/assets/labels?q=${encodeURIComponent(asset.number)}`}>
          <QrcodeOutlined aria-hidden /> {t('asset.labelPrint')}
        </Link>
      </div>
    </section>
  );
}
