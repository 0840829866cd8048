import { usePageTitle } from '../../components/page-title.ts';
import { useWords } from '../../i18n/language.ts';
import { placeGroups } from '../../places.tsx';
import { useNavPlaces } from './nav-places.ts';
import { PlaceLink } from './navigation.tsx';

/** All places by group: where a phone's "More" leads. */
export default function MorePage() {
  const { t } = useWords();
  const places = useNavPlaces();
  usePageTitle(t('nav.more'));
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('nav.more')}</h1>
      </div>
      {placeGroups.map((group) => {
        const inside = places.filter((place) => place.group === group);
        return inside.length === 0 ? null : (
          <section key={group} className="more-group">
            <h2>{t(`nav.group.${group}`)}</h2>
            <ul className="more-places">
              {inside.map((place) => (
                <li key={place.path}>
                  <PlaceLink place={place} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
