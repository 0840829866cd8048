import { useCustom, useLogout } from '@refinedev/core';
import { Button } from 'antd';
import { createContext, type PropsWithChildren, use, useEffect, useMemo, useState } from 'react';
import type { z } from 'zod';
import type { DirectoryView as DirectorySchema, Me as MeSchema } from '#http/schemas/me';
import { Failed, FullPage, PageSkeleton } from '../../components/states.tsx';
import { changeLanguage, currentLanguage, storedLanguage, useWords } from '../../i18n/language.ts';
import { SystemClock } from '../clock/system-clock.tsx';
import { createNames, type Names } from './names.ts';

export type Me = z.infer<typeof MeSchema>;
export type Directory = z.infer<typeof DirectorySchema>;
type SiteOfMe = Me['sites'][number];

interface WorkplaceValue {
  me: Me;
  directory: Directory;
  names: Names;
  /** The site chosen in the header; lists and intake are about this one. Null: no site at all. */
  site: SiteOfMe | null;
  chooseSite: (id: string) => void;
}
const Context = createContext<WorkplaceValue | null>(null);

export function useWorkplace(): WorkplaceValue {
  const value = use(Context);
  if (value === null) throw new Error('useWorkplace is called outside Workplace');
  return value;
}

/** Zone of a site, for times on screen; an unknown site (none should be) reads in UTC. */
export function useZone(site: string | undefined): string {
  const { me, site: chosen } = useWorkplace();
  return me.sites.find(({ id }) => id === site)?.zone ?? chosen?.zone ?? 'UTC';
}

const STORED_SITE = 'steward.site';
const MINUTES_5 = 300_000;

/** Reads who is signed in and the names of people, places and categories, once, before anything is drawn. */
export function Workplace({ children }: PropsWithChildren) {
  const { t, language } = useWords();
  const options = { staleTime: MINUTES_5, refetchInterval: MINUTES_5 };
  const me = useCustom<Me>({ url: '/api/me', method: 'get', queryOptions: options, errorNotification: false });
  const directory = useCustom<Directory>({
    url: '/api/directory',
    method: 'get',
    queryOptions: options,
    errorNotification: false,
  });
  const [siteId, setSiteId] = useState(() => localStorage.getItem(STORED_SITE));
  const who = me.query.data?.data;
  const known = directory.query.data?.data;

  useEffect(() => {
    if (who && storedLanguage() === null && who.person.language !== currentLanguage()) {
      void changeLanguage(who.person.language, false);
    }
  }, [who]);

  const value = useMemo<WorkplaceValue | null>(() => {
    if (!who || !known) return null;
    return {
      me: who,
      directory: known,
      names: createNames(known, who, language),
      site: who.sites.find(({ id }) => id === siteId) ?? who.sites[0] ?? null,
      chooseSite: (id) => {
        localStorage.setItem(STORED_SITE, id);
        setSiteId(id);
      },
    };
  }, [who, known, language, siteId]);

  if (value !== null) {
    return (
      <Context value={value}>
        <SystemClock>{children}</SystemClock>
      </Context>
    );
  }
  const error = me.query.error ?? directory.query.error;
  if (error?.statusCode === 403) return <Stranger message={error.message} />;
  if (error && error.statusCode !== 401) {
    const retry = () => void Promise.all([me.query.refetch(), directory.query.refetch()]);
    return <Failed message={error.message || t('error.failed')} retry={retry} />;
  }
  return <PageSkeleton />;
}

/** Signed in, but nobody the staff directory knows. */
function Stranger({ message }: { message: string }) {
  const { t } = useWords();
  const { mutate: logout } = useLogout();
  return (
    <FullPage title={t('stranger.title')} text={message}>
      <Button type="primary" onClick={() => logout()}>
        {t('user.signOut')}
      </Button>
    </FullPage>
  );
}
