import { AppstoreOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { matchPath, NavLink, useLocation } from 'react-router';
import { usePhone } from '../../components/media.ts';
import { useWords } from '../../i18n/language.ts';
import { placeGroups } from '../../places.tsx';
import { type NavPlace, useNavPlaces } from './nav-places.ts';

/** Places that fit at the bottom of a phone beside "More". */
const AT_HAND = 4;

/** At the side of a desk screen all places by group; at the bottom of a phone the first few and the way to the rest. */
export function Navigation() {
  const { t } = useWords();
  const places = useNavPlaces();
  return (
    <nav className="shell-nav" aria-label={t('nav.label')}>
      {usePhone() ? (
        <BottomBar places={places} />
      ) : (
        placeGroups.map((group) => <Group key={group} places={places.filter((place) => place.group === group)} />)
      )}
    </nav>
  );
}

function BottomBar({ places }: { places: readonly NavPlace[] }) {
  const { t } = useWords();
  const { pathname } = useLocation();
  const atHand = places.length > AT_HAND + 1 ? AT_HAND : places.length;
  const rest = places.slice(atHand);
  const isInRest = rest.some(({ path }) => matchPath({ path: `/${path}`, end: false }, pathname) !== null);
  return (
    <>
      {places.slice(0, atHand).map((place) => (
        <PlaceLink key={place.path} place={place} />
      ))}
      {rest.length > 0 && <Entry to="/more" icon={<AppstoreOutlined />} label={t('nav.more')} active={isInRest} />}
    </>
  );
}

function Group({ places }: { places: readonly NavPlace[] }) {
  const { t } = useWords();
  const [first] = places;
  if (first === undefined) return null;
  return (
    <>
      {first.group !== 'daily' && <span className="shell-group">{t(`nav.group.${first.group}`)}</span>}
      {places.map((place) => (
        <PlaceLink key={place.path} place={place} />
      ))}
    </>
  );
}

export function PlaceLink({ place }: { place: NavPlace }) {
  const { t } = useWords();
  return <Entry to={`/${place.path}`} icon={place.icon} label={t(place.label)} exact={place.exact} />;
}

interface EntryProps {
  to: string;
  icon: ReactNode;
  label: string;
  exact?: boolean;
  /** Marked also when the reader is at a place behind it. */
  active?: boolean;
}

function Entry({ to, icon, label, exact = false, active = false }: EntryProps) {
  return (
    <NavLink to={to} end={exact} className={({ isActive }) => `shell-place${isActive || active ? ' active' : ''}`}>
      <span aria-hidden="true">{icon}</span>
      <span className="shell-place-label">{label}</span>
    </NavLink>
  );
}
