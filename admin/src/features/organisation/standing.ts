import type { Organisation } from '#domain/organisation';
import { type Publisher, publisherIn } from '#domain/publish-scope';
import { useWorkplace } from '../workplace/workplace.tsx';

/** What the signed-in person may change of the staff documents; the API decides again when they are saved. */
export function useStanding(organisation: Organisation): Publisher {
  const { me } = useWorkplace();
  return publisherIn(
    organisation.people.find(({ id }) => id === me.person.id),
    organisation,
  );
}
