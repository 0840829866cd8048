import { siteOf } from '#domain/item-words';
import { verbsFor } from '#domain/mail/staff-view';
import type { DigestMailView } from '#domain/mail/view';
import { orderWords } from '#domain/order-words';
import type { Person } from '#domain/organisation';
import type { Together } from '#domain/plan/digest';
import type { Instant } from '#domain/time';
import type { Effect } from '#domain/workflow/effect';
import type { Ports } from '#ports';
import { LINK_LIFE } from './compose-mail.ts';
import type { Gathered } from './decide.ts';

type Mail = Extract<Effect, { type: 'mail' }>;

/** Everything a mail asks for: the order it belongs to and those opened together with it. */
export const askedTogether = (item: string, { ask, step, due, together = [] }: Mail): Together[] => [
  { item, ask, step, due },
  ...together,
];

/** What a mail about several orders says, each with a link of its own. Those somebody took by now are left out, but for the first. */
export const createComposeDigest =
  (ports: Pick<Ports, 'links'>, gather: (company: string, item: string) => Promise<Gathered | null>) =>
  async (first: Gathered, effect: Mail, person: Person, now: Instant): Promise<DigestMailView> => {
    const { language } = person;
    const { company, id } = first.item;
    const orders: DigestMailView['orders'] = [];
    for (const { item, ask, step, due } of askedTogether(id, effect)) {
      const gathered = item === id ? first : await gather(company, item);
      if (!gathered || (item !== id && gathered.item.ask?.id !== ask)) continue;
      const verbs = verbsFor(gathered, person, { ask, reason: effect.reason });
      const claims = { company, item, person: person.id, step, ask, verbs, expires: now + LINK_LIFE };
      orders.push({
        number: gathered.item.number,
        what: orderWords(gathered.item, gathered.facts, language),
        due,
        link: ports.links.url(await ports.links.sign(claims)),
      });
    }
    const site = siteOf(first.facts, first.item);
    return {
      language,
      now,
      zone: site.zone,
      reader: person.name[language],
      company: first.facts.directory.organisation.company.name[language],
      site: site.name[language],
      orders,
    };
  };
