import { PlusOutlined } from '@ant-design/icons';
import { Button, Segmented, Select } from 'antd';
import { useSearchParams } from 'react-router';
import type { Organisation } from '#domain/organisation';
import { usePageTitle } from '../../components/page-title.ts';
import { useWords } from '../../i18n/language.ts';
import { DocumentBar } from '../document/document-bar.tsx';
import { HistoryButton } from '../document/history-drawer.tsx';
import { type OpenDocument, useDocument } from '../document/use-document.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { AreasPart } from './areas-part.tsx';
import { BuildingsPart } from './buildings-part.tsx';
import { CompanyPart } from './company-part.tsx';
import { NEW, type Opening, useOpening } from './opened.ts';
import { Opened } from './opened-document.tsx';
import { SitePart } from './site-part.tsx';
import { useStanding } from './standing.ts';

const PARTS = ['site', 'areas', 'buildings', 'company'] as const;
type Part = (typeof PARTS)[number];

export interface PartProps {
  document: OpenDocument<'organisation'>;
  standing: ReturnType<typeof useStanding>;
  site: Organisation['sites'][number] | undefined;
  chooseSite: (id: string) => void;
  /** The drawer of a new site. */
  adding: Opening;
}

/** Company, sites, areas and buildings: who answers for what. */
export default function OrganisationPage() {
  const { t } = useWords();
  usePageTitle(t('nav.organisation'));
  return <Opened found={useDocument('organisation', 'main')}>{(document) => <Parts document={document} />}</Opened>;
}

function Parts({ document }: { document: OpenDocument<'organisation'> }) {
  const { t, language } = useWords();
  const { me, site: ofHeader, chooseSite } = useWorkplace();
  const [params, setParams] = useSearchParams();
  const standing = useStanding(document.body);
  const adding = useOpening();
  const part = PARTS.find((name) => name === params.get('part')) ?? 'site';
  const known = document.published?.body.sites.map(({ id }) => id) ?? [];
  // Sites of others stay unseen; one that is being made is its maker's.
  const sites = document.body.sites.filter(({ id }) => me.sites.some((own) => own.id === id) || !known.includes(id));
  const site = sites.find(({ id }) => id === (params.get('site') ?? ofHeader?.id)) ?? sites[0];
  const choose = (name: string, value: string) => {
    const next = new URLSearchParams(params);
    next.set(name, value);
    setParams(next, { replace: true });
  };
  const props: PartProps = {
    document,
    standing,
    adding,
    site,
    chooseSite: (id) => {
      choose('site', id);
      if (me.sites.some((own) => own.id === id)) chooseSite(id);
    },
  };
  return (
    <div className="page">
      <div className="page-head page-head-row">
        <h1>{t('nav.organisation')}</h1>
        <HistoryButton document={document} name={t('nav.organisation')} />
      </div>
      <div className="toolbar">
        <Segmented<Part>
          value={part}
          onChange={(value) => choose('part', value)}
          options={PARTS.map((value) => ({ value, label: t(`org.part.${value}`) }))}
        />
        <div className="filters">
          {part !== 'company' && sites.length > 1 && (
            <Select
              className="filter"
              aria-label={t('site.label')}
              value={site?.id}
              onChange={props.chooseSite}
              popupMatchSelectWidth={false}
              options={sites.map(({ id, name }) => ({ value: id, label: name[language] || t('entity.unnamed') }))}
            />
          )}
          {part === 'site' && standing.company && (
            <Button icon={<PlusOutlined />} onClick={() => adding.show(NEW)}>
              {t('org.addSite')}
            </Button>
          )}
        </div>
      </div>
      {part === 'site' && <SitePart {...props} />}
      {part === 'areas' && <AreasPart {...props} />}
      {part === 'buildings' && <BuildingsPart {...props} />}
      {part === 'company' && <CompanyPart {...props} />}
      <DocumentBar document={document} />
    </div>
  );
}
