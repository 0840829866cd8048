import { z } from 'zod';
import { Slug } from '#domain/organisation';
import type { Route } from './route.ts';
import { MailPreviews, PreviewMail, SiteForms, TestMail, TestSent } from './schemas/words.ts';

const nothing = { notices: [], staff: [], common: [] };

/** Forms as intake asks them, and words of mails before they are published. */
export const wordsRoutes = {
  readSiteForms: {
    method: 'GET',
    path: '/api/sites/{site}/forms',
    summary: 'Fields asked for at intake, by category',
    params: z.object({ site: Slug }),
    response: SiteForms,
    paramsExample: { site: 'east-lake' },
  },
  previewMail: {
    method: 'POST',
    path: '/api/templates/preview',
    summary: 'A mail in both languages, in words as they are being edited, about a real complaint',
    body: PreviewMail,
    response: MailPreviews,
    example: () => ({ complaint: 'complaint-1', template: 'received', body: nothing }),
  },
  testMail: {
    method: 'POST',
    path: '/api/templates/test',
    summary: 'Send that mail to one’s own address; twenty an hour',
    body: TestMail,
    response: TestSent,
    example: () => ({ complaint: 'complaint-1', template: 'received', body: nothing, language: 'en' as const }),
  },
} as const satisfies Record<string, Route>;
