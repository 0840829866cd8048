import { type Place, places } from '../../places.tsx';
import { useWorkplace } from '../workplace/workplace.tsx';

export type NavPlace = NonNullable<Place['nav']> & Pick<Place, 'path'>;

/** The places the signed-in person is offered, in order. */
export function useNavPlaces(): NavPlace[] {
  const { me } = useWorkplace();
  return places.flatMap(({ path, nav }) =>
    nav && (nav.needs === undefined || me.may.includes(nav.needs)) ? [{ ...nav, path }] : [],
  );
}
