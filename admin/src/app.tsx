import { useNotificationProvider } from '@refinedev/antd';
import { Authenticated, Refine } from '@refinedev/core';
import routerProvider from '@refinedev/react-router';
import { App as AntdApp, ConfigProvider } from 'antd';
import enUS from 'antd/es/locale/en_US';
import zhCN from 'antd/es/locale/zh_CN';
import { type PropsWithChildren, Suspense, useMemo } from 'react';
import { BrowserRouter, Outlet, Route, Routes } from 'react-router';
import { PageSkeleton } from './components/states.tsx';
import type { Config } from './config.ts';
import { SessionContext } from './features/session/session-context.ts';
import { SignIn } from './features/session/sign-in.tsx';
import { SignedIn } from './features/session/signed-in.tsx';
import { Landing } from './features/shell/landing.tsx';
import { OnlyFor } from './features/shell/only-for.tsx';
import { Shell } from './features/shell/shell.tsx';
import { Workplace } from './features/workplace/workplace.tsx';
import { currentLanguage, useWords, words } from './i18n/language.ts';
import { type Place, places } from './places.tsx';
import { createAuthProvider } from './providers/auth-provider.ts';
import { createDataProvider } from './providers/data-provider.ts';
import { createHttp } from './providers/http.ts';
import { i18nProvider } from './providers/i18n-provider.ts';
import type { Session } from './providers/session.ts';
import { resources } from './resources.ts';
import { useTheme } from './theme.ts';

const here = () => `${window.location.pathname}${window.location.search}`;

export function App({ config, session }: { config: Config; session: Session }) {
  const { language } = useWords();
  return (
    <ConfigProvider locale={language === 'en' ? enUS : zhCN} theme={useTheme()} button={{ autoInsertSpace: false }}>
      {/* Toasts come at the bottom: at the top they would cover the header and its buttons. */}
      <AntdApp notification={{ placement: 'bottomRight', maxCount: 3, duration: 4 }}>
        <BrowserRouter>
          <SessionContext value={{ session, local: config.local }}>
            <Providers session={session}>
              <Routes>
                <Route path="/sign-in" element={<SignIn />} />
                <Route path="/signed-in" element={<SignedIn />} />
                <Route element={<Inside />}>
                  <Route index element={<Landing />} />
                  <Route element={<Framed />}>{routesOf(places.filter(({ bare }) => !bare))}</Route>
                  {routesOf(places.filter(({ bare }) => bare))}
                </Route>
              </Routes>
            </Providers>
          </SessionContext>
        </BrowserRouter>
      </AntdApp>
    </ConfigProvider>
  );
}

function Providers({ session, children }: PropsWithChildren<{ session: Session }>) {
  const { dataProvider, authProvider } = useMemo(() => {
    const http = createHttp({
      token: session.token,
      language: currentLanguage,
      words: (what) => words(what === 'offline' ? 'error.offline' : 'error.failed'),
    });
    return { dataProvider: createDataProvider(http), authProvider: createAuthProvider(session, here) };
  }, [session]);
  return (
    <Refine
      dataProvider={dataProvider}
      authProvider={authProvider}
      i18nProvider={i18nProvider}
      routerProvider={routerProvider}
      notificationProvider={useNotificationProvider}
      resources={resources}
      options={{
        disableTelemetry: true,
        disableRouteChangeHandler: true,
        reactQuery: {
          clientConfig: { defaultOptions: { queries: { retry: worthRetrying, refetchOnWindowFocus: true } } },
        },
      }}
    >
      {children}
    </Refine>
  );
}

/** An answer will not change by asking again; a lost connection may come back. */
function worthRetrying(count: number, error: unknown): boolean {
  const status = (error as { statusCode?: number }).statusCode ?? 0;
  return count < 2 && (status === 0 || status >= 500);
}

function Inside() {
  return (
    <Authenticated key="inside" loading={<PageSkeleton />}>
      <Workplace>
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </Workplace>
    </Authenticated>
  );
}

function Framed() {
  return (
    <Shell>
      <Suspense fallback={<PageSkeleton />}>
        <Outlet />
      </Suspense>
    </Shell>
  );
}

const routesOf = (chosen: readonly Place[]) =>
  chosen.map(({ path, page: Page, nav, needs = nav?.needs }) => (
    <Route
      key={path}
      path={path}
      element={
        <OnlyFor needs={needs}>
          <Page />
        </OnlyFor>
      }
    />
  ));
