import { improvementMail, isNews } from '#domain/improvement/news';
import type { NoticeView } from '#domain/mail/notice-view';
import type { NoticeAbout } from '#domain/workflow/effect';
import type { Ports } from '#ports';
import type { CompanyFacts } from '../load-directory.ts';
import { siteOf } from '../site-access.ts';
import { partNamesAt } from './part-names.ts';

type About = Extract<NoticeAbout, { what: 'improvement' }>;
interface Written {
  to: string;
  site: string;
  view: NoticeView;
}

/** What a mail about an improvement says, read when it is sent. 'moot': it has gone on since. Null: nobody is there to read it. */
export async function writeNews(
  ports: Pick<Ports, 'improvements' | 'documents'>,
  company: string,
  about: About,
  facts: CompanyFacts,
  publicUrl: string,
): Promise<Written | 'moot' | null> {
  const improvement = await ports.improvements.get(company, about.improvement);
  const { people, company: named } = facts.directory.organisation;
  const reader = people.find(({ id, active }) => id === about.to && active);
  if (!improvement || !reader) return null;
  if (!isNews(improvement, about.why)) return 'moot';
  const { ref, site, id } = improvement;
  const { name } = siteOf(site, facts.directory);
  const partName = await partNamesAt(ports, company, facts, site);
  const part = ref.by && (partName(ref.by)?.[reader.language] ?? null);
  const names = { site: name, company: named.name, part };
  const view = improvementMail(improvement, about.why, names, `${publicUrl}/improvements/${id}`, reader.language);
  return { to: reader.email, site, view };
}
