import { PlusOutlined, QrcodeOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';
import { localDate } from '#domain/time';
import { EntityRows } from '../../components/entity-rows.tsx';
import { useRecipientWords } from '../../components/recipient-words.ts';
import { Empty } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import { useNow } from '../clock/system-clock.tsx';
import { DocumentBar } from '../document/document-bar.tsx';
import { HistoryButton } from '../document/history-drawer.tsx';
import { type OpenDocument, useDocument } from '../document/use-document.ts';
import { Opened } from '../organisation/opened-document.tsx';
import { useZone } from '../workplace/workplace.tsx';
import { newRoute, routesOf, spanOf } from './edit.ts';
import { useNightsWords } from './nights-field.tsx';
import { RouteEditor } from './route-editor.tsx';

/** The routes of a site: among its maintenance plans, with the draft they share. */
export function RoutesPart({ site }: { site: string }) {
  const found = useDocument('plans', site, { plans: [] });
  return <Opened found={found}>{(document) => <Routes site={site} document={document} />}</Opened>;
}

function Routes({ site, document }: { site: string; document: OpenDocument<'plans'> }) {
  const { t, language } = useWords();
  const now = useNow();
  const zone = useZone(site);
  const nightsWords = useNightsWords();
  const recipients = useRecipientWords();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const { body, editable } = document;
  const routes = routesOf(body);
  const opened = routes.find(({ id }) => id === params.get('route'));
  const open = (id: string | null) => setParams({ part: 'routes', ...(id !== null && { route: id }) });
  const add = () => {
    const route = newRoute(body, localDate(now, zone));
    document.change((plans) => ({ plans: [...plans.plans, route] }));
    open(route.id);
  };
  const addButton = editable && (
    <Button type={routes.length === 0 ? 'default' : 'primary'} icon={<PlusOutlined />} onClick={add}>
      {t('patrol.add')}
    </Button>
  );
  return (
    <>
      {!editable && <Alert className="read-only-notice" type="info" showIcon message={t('patrol.readOnly')} />}
      {opened ? (
        <RouteEditor key={opened.id} document={document} plan={opened} close={() => open(null)} />
      ) : (
        <>
          <div className="section-head">
            <p className="quiet">{t('patrol.routesLead')}</p>
            <span className="head-buttons">
              <HistoryButton document={document} name={t('nav.patrols')} />
              {routes.length > 0 && addButton}
            </span>
          </div>
          {routes.length === 0 ? (
            <Empty title={t('patrol.noRoutes')} hint={t('patrol.noRoutesHint')}>
              {addButton}
            </Empty>
          ) : (
            <EntityRows
              rows={routes}
              label={t('patrol.part.routes')}
              keyOf={({ id }) => id}
              head={t('patrol.route')}
              title={({ name }) => name[language] || t('entity.unnamed')}
              sub={({ status }) => (status === 'active' ? null : t(`patrol.status.${status}`))}
              columns={[
                { label: t('patrol.nightsOn'), cell: ({ recurrence }) => nightsWords(recurrence) },
                {
                  label: t('patrol.span'),
                  cell: (plan) => {
                    const span = spanOf(plan);
                    return span ? `${span.from} – ${span.to}` : '–';
                  },
                },
                { label: t('patrol.people'), cell: ({ route }) => recipients.all(route.people) },
                {
                  label: t('patrol.points'),
                  cell: ({ route }) => route.points.length,
                },
                {
                  label: t('patrol.labels'),
                  cell: ({ id }) => (
                    <Button
                      type="text"
                      size="small"
                      icon={<QrcodeOutlined />}
                      onClick={() => navigate(`/patrols/labels?route=${id}`)}
                    >
                      {t('patrol.print')}
                    </Button>
                  ),
                },
              ]}
              open={({ id }) => open(id)}
              wrong={(plan) => Boolean(document.field(`plans.${body.plans.indexOf(plan)}`).help)}
            />
          )}
        </>
      )}
      <DocumentBar document={document} />
    </>
  );
}
