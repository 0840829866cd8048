import type { Organisation, Person, Role } from '#domain/organisation';
import type { Language, Text } from '#domain/text';

/** Contractors never sign in. */
export type SignInRole = Exclude<Role, 'contractor'>;

/** Somebody who can be signed in as on one machine, with what the sign-in page says about them. */
export interface DemoPerson {
  id: string;
  name: Text;
  email: string;
  role: SignInRole;
  language: Language;
  /** In the order of importance; never the same as the name. */
  posts: Text[];
  sites: { id: string; name: Text }[];
}

const text = (zh: string, en: string): Text => ({ 'zh-CN': zh, en });
const both = (make: (language: Language) => string): Text => text(make('zh-CN'), make('en'));

/** Active people but contractors, in the order of the organisation, each with the posts its documents give them. */
export const demoPeople = (organisation: Organisation): DemoPerson[] =>
  organisation.people.flatMap((person) => {
    const { id, name, email, role, language, active } = person;
    if (!active || role === 'contractor') return [];
    const sites = organisation.sites.filter((site) => person.sites.includes(site.id));
    return [
      {
        ...{ id, name, email, role, language },
        posts: postsOf(organisation, person),
        sites: sites.map((site) => ({ id: site.id, name: site.name })),
      },
    ];
  });

const postsOf = (organisation: Organisation, { id, name }: Person): Text[] => {
  const { posts, sites, areas, buildings } = organisation;
  const found: Text[] = [
    ...posts.filter(({ holders }) => holders.includes(id)).map((post) => post.name),
    ...sites.filter(({ director }) => director === id).map(() => text('管理处主任', 'Site director')),
    ...sites
      .flatMap(({ departments }) => departments)
      .flatMap((department) => {
        if (department.head === id)
          return [both((l) => (l === 'en' ? `Head of ${department.name.en}` : `${department.name[l]}主管`))];
        return department.handlers.includes(id) ? [department.name] : [];
      }),
    ...areas.flatMap((area) => [
      ...(area.keeper === id ? [text(`${area.name['zh-CN']}管家`, `${area.name.en}: keeper`)] : []),
      ...(area.customerService === id ? [text(`${area.name['zh-CN']}客服`, `${area.name.en}: customer service`)] : []),
      ...(area.repairer === id ? [text(`${area.name['zh-CN']}维修`, `${area.name.en}: repairs`)] : []),
    ]),
    ...buildings
      .filter(({ steward }) => steward === id)
      .map(({ name: building }) => text(`${building['zh-CN']}楼栋管家`, `Steward of ${building.en}`)),
  ];
  const same = (a: string, b: string) => a.replaceAll(' ', '').toLowerCase() === b.replaceAll(' ', '').toLowerCase();
  return found.filter((post) => !same(post['zh-CN'], name['zh-CN']) && !same(post.en, name.en));
};

/** One person as scripts see them: GET /local/people. */
export interface PersonView {
  id: string;
  name: string;
  email: string;
  role: SignInRole;
  posts: string[];
  /** The first of their sites; null = the whole company. */
  site: string | null;
  sites: string[];
}

export const personView = ({ id, name, email, role, posts, sites }: DemoPerson, language: Language): PersonView => ({
  id,
  name: name[language],
  email,
  role,
  // Somebody without a post of the documents is what the name says: staff are named by their posts.
  posts: posts.length > 0 ? posts.map((post) => post[language]) : [name[language]],
  site: sites[0]?.id ?? null,
  sites: sites.map((site) => site.id),
});
