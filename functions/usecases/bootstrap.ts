import { DocumentChanged } from '#domain/errors';
import type { Organisation } from '#domain/organisation';
import type { DocumentBodies, DocumentKind, Ports } from '#ports';

/** A document a company starts with. */
export type FirstDocument = { [K in DocumentKind]: { kind: K; id: string; body: DocumentBodies[K] } }[DocumentKind];

/** A company before anybody configured it: one administrator, who holds the company posts until others do. */
export const firstOrganisation = (name: string, adminEmail: string): Organisation => ({
  company: { name: { 'zh-CN': name, en: name }, zone: 'Asia/Shanghai', language: 'zh-CN' },
  posts: [
    { id: 'quality', name: { 'zh-CN': '品质管理部', en: 'Quality department' }, holders: ['administrator'] },
    { id: 'general-manager', name: { 'zh-CN': '总经理', en: 'General manager' }, holders: ['administrator'] },
  ],
  sites: [],
  areas: [],
  buildings: [],
  people: [
    {
      id: 'administrator',
      name: { 'zh-CN': '系统管理员', en: 'Administrator' },
      email: adminEmail,
      language: 'zh-CN',
      role: 'admin',
      sites: [],
      active: true,
    },
  ],
});

/** Publishes what is not there yet and never overwrites. @returns 'kind/id' of what was published */
export const createBootstrap =
  (ports: Pick<Ports, 'documents' | 'clock'>) =>
  async (company: string, documents: readonly FirstDocument[], note: string): Promise<string[]> => {
    const heads = await ports.documents.heads(company);
    const published: string[] = [];
    for (const document of documents) {
      if (heads.some(({ kind, id }) => kind === document.kind && id === document.id)) continue;
      try {
        await ports.documents.publish(company, { ...document, author: 'system', at: ports.clock.now(), note }, 0);
        published.push(`${document.kind}/${document.id}`);
      } catch (error) {
        // Another bootstrap was faster: it is there, which is all that matters.
        if (!(error instanceof DocumentChanged)) throw error;
      }
    }
    return published;
  };
