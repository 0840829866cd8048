import { AppstoreOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { usePhone } from '../../components/media.ts';
import { useWords } from '../../i18n/language.ts';
import { placeGroups } from '../../places.tsx';
import { type NavPlace, useNavPlaces } from './nav-places.ts';

/** Places that fit at the bottom of a phone beside "More". */
const AT_HAND = 3;

/** At the side of a desk screen all places by group; at the bottom of a phone the first few and the way to the rest. */
export function Navigation() {
  const { t } = useWords();
  const places = useNavPlaces();
  const phone = usePhone();
  const few = places.length > AT_HAND + 1;
  return (
    <nav className="shell-nav" aria-label={t('nav.label')}>
      {phone ? (
        <>
          {(few ? places.slice(0, AT_HAND) : places).map((place) => (
            <PlaceLink key={place.path} place={place} />
          ))}
          {few && <Entry to="/more" icon={<AppstoreOutlined />} label={t('nav.more')} />}
        </>
      ) : (
        placeGroups.map((group) => <Group key={group} places={places.filter((place) => place.group === group)} />)
      )}
    </nav>
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

function Entry({ to, icon, label, exact = false }: { to: string; icon: ReactNode; label: string; exact?: boolean }) {
  return (
    <NavLink to={to} end={exact} className="shell-place">
      <span aria-hidden="true">{icon}</span>
      <span>{label}</span>
    </NavLink>
  );
}
