import type { Later } from '#domain/coverage/coverage-over';
import type { Directory } from '#domain/organisation';
import type { FrozenPublication, Ports } from '#ports';
import { parseBody } from './document-bodies.ts';
import { versionOf } from './document-name.ts';
import { InvalidInput } from './errors.ts';
import type { CompanyFacts } from './load-directory.ts';
import { completeFor } from './own-part.ts';
import type { BodyOf } from './publisher.ts';

/** Documents that say who is where. */
const kinds = ['organisation', 'rosters', 'absences'] as const satisfies (keyof Directory)[];

/** What is planned for the people of a site and would be published as things stand, by when it is due. */
export async function plansFor(
  { planned }: Pick<Ports, 'planned'>,
  company: string,
  site: string,
  facts: CompanyFacts,
): Promise<FrozenPublication[]> {
  const found = await Promise.all(kinds.map((kind) => planned.get(company, kind, 'main')));
  return found
    .filter((plan) => plan !== null)
    .filter(({ state, sites }) => state === 'planned' && (sites === null || sites.includes(site)))
    .filter(({ kind, id, expected }) => versionOf(facts, kind, id) === expected)
    .sort((a, b) => a.at - b.at);
}

/** The directory as it will be after each plan in turn; one that could not be published by now is left out. */
export function directoriesAfter(company: string, facts: CompanyFacts, plans: readonly FrozenPublication[]): Later[] {
  const later: Later[] = [];
  let { directory } = facts;
  for (const { kind, at, body, author } of plans) {
    const person = directory.organisation.people.find(({ id, active }) => id === author && active);
    const sent = formOf({ kind, body });
    if (!person || !sent) continue;
    const whole = completeFor({ company, person, language: person.language }, sent, { ...facts, directory });
    directory = { ...directory, [kind]: whole.body.body };
    later.push({ at, directory });
  }
  return later;
}

/** Null: not of its kind's form any more. */
function formOf({ kind, body }: Pick<FrozenPublication, 'kind' | 'body'>): BodyOf | null {
  try {
    return { kind, body: parseBody(kind, body) } as BodyOf;
  } catch (error) {
    if (error instanceof InvalidInput) return null;
    throw error;
  }
}
