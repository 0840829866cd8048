import type { Route } from './route.ts';
import {
  ApplyImport,
  CheckImport,
  DocumentFile,
  ExportQuery,
  ImportedVersions,
  ImportPlan,
} from './schemas/exchange.ts';

/** Fifty documents as large as ours, with room. */
const largest = 3 * 1024 * 1024;
const hours = [{ from: '09:00', to: '17:30' }];
const calendar = {
  name: { 'zh-CN': '外来日历', en: 'Calendar from elsewhere' },
  zone: 'Asia/Shanghai',
  week: { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: [], 7: [] },
  exceptions: [],
  horizon: '2026-12-31',
};
const file = () => ({
  format: 'steward.documents',
  version: 1,
  company: 'lakeside',
  exportedAt: '2026-11-20T08:00:00Z',
  documents: [
    { kind: 'calendar', id: 'from-elsewhere', version: 3, at: '2026-11-01T08:00:00Z', note: '', body: calendar },
  ],
});

/** Documents out and in as one JSON file: what is in it is hostile until it was checked. */
export const exchangeRoutes = {
  exportDocuments: {
    method: 'GET',
    path: '/api/exports/documents',
    summary: 'Calendars, workflows, routing, words and forms as one file',
    query: ExportQuery,
    response: DocumentFile,
  },
  checkDocumentImport: {
    method: 'POST',
    path: '/api/imports/documents/check',
    summary: 'What importing a file of documents would do; stores nothing',
    body: CheckImport,
    largest,
    response: ImportPlan,
    example: () => ({ file: file() }),
  },
  applyDocumentImport: {
    method: 'POST',
    path: '/api/imports/documents',
    summary: 'Publish those chosen of what the check with this token showed',
    body: ApplyImport,
    largest,
    response: ImportedVersions,
    example: () => ({
      file: file(),
      chosen: ['calendar/from-elsewhere'],
      token: 'from-the-check',
      note: 'As at Lakeside',
    }),
  },
} as const satisfies Record<string, Route>;
