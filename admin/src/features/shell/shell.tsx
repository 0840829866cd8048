import { lazy, type PropsWithChildren, Suspense } from 'react';
import { Link } from 'react-router';
import { LanguageSwitch } from '../../components/language-switch.tsx';
import { useWords } from '../../i18n/language.ts';
import { useSession } from '../session/session-context.ts';
import { useMay } from '../workplace/may.ts';
import { Brand } from './brand.tsx';
import { Navigation } from './navigation.tsx';
import { SiteSelect } from './site-select.tsx';
import { useScroll } from './use-scroll.ts';
import { UserMenu } from './user-menu.tsx';

const HeaderSearch = lazy(() => import('../search/header-search.tsx'));
const ClockChip = lazy(() => import('../clock/clock-chip.tsx'));

/** Header, navigation at the side (at the bottom on a phone), and the page. Nothing lies over the page's title. */
export function Shell({ children }: PropsWithChildren) {
  const { t } = useWords();
  const { local } = useSession();
  useScroll();
  const [mayList, mayReadHouseholds] = [useMay('item.list'), useMay('household.read')];
  const maySearch = mayList || mayReadHouseholds;
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {t('nav.skip')}
      </a>
      <header className="shell-header">
        <Link to="/" className="shell-brand" aria-label={t('product.name')}>
          <Brand />
        </Link>
        <SiteSelect />
        {maySearch && (
          <Suspense fallback={null}>
            <HeaderSearch />
          </Suspense>
        )}
        <span className="shell-space" />
        {local && (
          <Suspense fallback={null}>
            <ClockChip />
          </Suspense>
        )}
        <span className="desk-only">
          <LanguageSwitch />
        </span>
        <UserMenu />
      </header>
      <Navigation />
      <main id="main" className="shell-main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
