import { CopyOutlined, LinkOutlined } from '@ant-design/icons';
import { type HttpError, useDataProvider, useList } from '@refinedev/core';
import { Alert, App, Button, Form, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import type { FeedScope } from '#domain/plan/feed';
import type { FeedView, MadeFeed } from '#http/schemas/plan';
import { Choice } from '../../components/choice.tsx';
import { Labelled } from '../../components/labelled.tsx';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { Failed } from '../../components/states.tsx';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import { useWorkplace } from '../workplace/workplace.tsx';

interface SubscribeProps {
  site: string;
  /** Offers the reader's own work and visits first. */
  mine?: boolean;
}

/** Planned work in one's own calendar (日历订阅), at an address that can be taken back. */
export function SubscribeButton({ site, mine = false }: SubscribeProps) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<LinkOutlined />} onClick={() => setOpen(true)}>
        {t('feed.open')}
      </Button>
      <SideDrawer open={open} close={() => setOpen(false)} title={t('feed.title')}>
        {open && <Subscribe site={site} mine={mine} />}
      </SideDrawer>
    </>
  );
}

const keyOf = (scope: FeedScope): string => JSON.stringify(scope);

/** What one may subscribe to here: own work, each area, the site. */
function useScopes(site: string): { scope: FeedScope; label: string }[] {
  const { t, language } = useWords();
  const { me, names, directory } = useWorkplace();
  const areas = directory.areas.filter((area) => area.site === site);
  return [
    { scope: { kind: 'site', site }, label: names.site(site) },
    ...areas.map(({ id, name }) => ({
      scope: { kind: 'area' as const, site, area: id },
      label: `${names.site(site)} · ${name[language]}`,
    })),
    { scope: { kind: 'person', person: me.person.id }, label: t('feed.mine') },
  ];
}

function Subscribe({ site, mine }: Required<SubscribeProps>) {
  const { t, language } = useWords();
  const provider = useDataProvider()();
  const scopes = useScopes(site);
  const { me } = useWorkplace();
  const [scope, setScope] = useState(keyOf(mine ? { kind: 'person', person: me.person.id } : { kind: 'site', site }));
  const [made, setMade] = useState<MadeFeed | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const { query } = useList<FeedView, HttpError>({
    resource: 'feeds',
    pagination: { pageSize: 100 },
    errorNotification: false,
  });
  const make = async () => {
    setBusy(true);
    setError(null);
    try {
      const variables = { scope: JSON.parse(scope) as FeedScope, language };
      setMade((await provider.create<MadeFeed, typeof variables>({ resource: 'feeds', variables })).data);
      void query.refetch();
    } catch (thrown) {
      const { message, errors } = thrown as HttpError;
      setError([message, ...Object.values(errors ?? {}).flat()].join(' '));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Form layout="vertical" component="div" className="stack">
      <p className="quiet">{t('feed.lead')}</p>
      <Labelled label={t('feed.whose')}>
        {(id) => (
          <Choice
            id={id}
            value={scope}
            onChange={(next: string) => {
              setScope(next);
              setMade(null);
            }}
            options={scopes.map((one) => ({ value: keyOf(one.scope), label: one.label }))}
          />
        )}
      </Labelled>
      {error && <Alert type="error" showIcon role="alert" message={error} />}
      {made === null ? (
        <Button type="primary" loading={busy} onClick={() => void make()}>
          {t('feed.make')}
        </Button>
      ) : (
        <Made url={made.url} />
      )}
      {query.error && <Failed error={query.error} retry={() => void query.refetch()} />}
      <Mine rows={query.data?.data ?? []} scopes={scopes} revoked={() => void query.refetch()} />
    </Form>
  );
}

/** The address, told this once. */
function Made({ url }: { url: string }) {
  const { t } = useWords();
  const { notification } = App.useApp();
  const copy = async () => {
    await navigator.clipboard.writeText(url);
    notification.success({ message: t('feed.copied') });
  };
  return (
    <div className="feed-made">
      <Input readOnly value={url} aria-label={t('feed.address')} onFocus={({ target }) => target.select()} />
      <Button type="primary" icon={<CopyOutlined />} onClick={() => void copy()}>
        {t('feed.copy')}
      </Button>
      <p className="quiet">{t('feed.once')}</p>
    </div>
  );
}

interface MineProps {
  rows: readonly FeedView[];
  scopes: readonly { scope: FeedScope; label: string }[];
  revoked: () => void;
}
function Mine({ rows, scopes, revoked }: MineProps) {
  const { t } = useWords();
  const { names, directory } = useWorkplace();
  const { language } = useWords();
  const when = useWhen(undefined);
  const provider = useDataProvider()();
  const { notification } = App.useApp();
  if (rows.length === 0) return null;
  const named = (scope: FeedScope): string => {
    const known = scopes.find((one) => keyOf(one.scope) === keyOf(scope));
    if (known) return known.label;
    if (scope.kind === 'person') return names.person(scope.person);
    const area = scope.kind === 'area' ? directory.areas.find(({ id }) => id === scope.area) : undefined;
    return [names.site(scope.site), ...(area ? [area.name[language]] : [])].join(' · ');
  };
  const revoke = async (id: string) => {
    try {
      await provider.deleteOne({ resource: 'feeds', id });
      revoked();
    } catch (thrown) {
      notification.error({ message: (thrown as HttpError).message });
    }
  };
  return (
    <section aria-label={t('feed.own')}>
      <h3>{t('feed.own')}</h3>
      <ul className="feeds">
        {rows.map(({ id, scope, at }) => (
          <li key={id}>
            <span>
              {named(scope)} <span className="quiet">{t('feed.since', { when: when.at(at) })}</span>
            </span>
            <Popconfirm
              title={t('feed.revokeAsk')}
              description={<span className="confirm-words">{t('feed.revokeHint')}</span>}
              okText={t('feed.revoke')}
              cancelText={t('entity.cancel')}
              okButtonProps={{ danger: true }}
              onConfirm={() => void revoke(id)}
            >
              <Button size="small">{t('feed.revoke')}</Button>
            </Popconfirm>
          </li>
        ))}
      </ul>
    </section>
  );
}
