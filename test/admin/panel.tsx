import { render } from '@testing-library/react';
import type { Language } from '#domain/text';
import { App } from '../../admin/src/app.tsx';
import { startLanguage } from '../../admin/src/i18n/language.ts';
import type { Session } from '../../admin/src/providers/session.ts';

const text = (zh: string, en: string) => ({ 'zh-CN': zh, en });
const limit = { kind: 'elapsed', minutes: 15 } as const;
const limits = {
  acknowledge: limit,
  reply: { kind: 'workingHours', minutes: 240 },
  resolve: { kind: 'workingDays', days: 2 },
};
const open = [{ from: '09:00', to: '18:00' }];

const me = {
  person: {
    id: 'clerk',
    name: text('客服专员', 'Clerk'),
    email: 'clerk@steward.example',
    language: 'zh-CN',
    role: 'staff',
  },
  company: { id: 'demo', name: text('示范物业', 'Demo') },
  sites: [
    {
      id: 'east-lake',
      name: text('东湖花园', 'East Lake'),
      zone: 'Asia/Shanghai',
      language: 'zh-CN',
      calendar: 'office',
      phone: '1',
    },
  ],
  may: ['item.list', 'item.file', 'item.read', 'item.act', 'household.read'],
};
const directory = {
  people: [{ id: 'repairer', name: text('维修工', 'Repairer'), sites: ['east-lake'], active: true }],
  buildings: [
    {
      id: 'b1',
      site: 'east-lake',
      name: text('1 栋', 'Building 1'),
      area: null,
      steward: null,
      handedOver: '2020-01-01',
    },
  ],
  areas: [],
  departments: [{ site: 'east-lake', id: 'engineering', name: text('工程部', 'Engineering') }],
  posts: [],
  categories: [
    {
      id: 'water-leak',
      name: text('楼上漏水', 'Water leak'),
      department: 'engineering',
      severity: 'urgent',
      major: false,
      active: true,
    },
  ],
  limits: { critical: limits, urgent: limits, high: limits, normal: limits, low: limits },
  ownRouting: [],
  assetKinds: [{ site: null, id: 'lift', name: text('电梯', 'Lift') }],
  calendars: [
    {
      id: 'office',
      version: 1,
      body: {
        name: text('办公', 'Office'),
        zone: 'Asia/Shanghai',
        week: { 1: open, 2: open, 3: open, 4: open, 5: open, 6: [], 7: [] },
        exceptions: [],
        horizon: '2026-12-31',
      },
    },
  ],
};
/** 14:20 at the site. */
const NOW = '2026-09-29T06:20:00.000Z';
export const complaint = {
  id: 'c1',
  kind: 'complaint',
  number: 'EL-260929-001',
  site: 'east-lake',
  building: 'b1',
  unit: '602',
  place: null,
  category: 'water-leak',
  department: 'engineering',
  severity: 'urgent',
  major: false,
  status: 'assigned',
  step: 'accept',
  level: 1,
  owner: 'repairer',
  createdAt: '2026-09-29T04:00:00.000Z',
  updatedAt: '2026-09-29T04:00:00.000Z',
  endedAt: null,
  due: '2026-09-29T04:20:00.000Z',
  overdue: true,
  missed: [],
  repeatOf: null,
  order: null,
};

interface Request {
  method: string;
  path: string;
  query: URLSearchParams;
  body: unknown;
  headers: Record<string, string>;
}
/** Answers of the API by "METHOD path"; a function sees the request. Undefined = 404. */
export type Answers = Record<string, unknown | ((request: Request) => { status: number; body: unknown })>;

/** The whole panel at an address, on an API of plain answers; `requests` grows as it asks. */
export async function openPanel(path: string, answers: Answers = {}, language: Language = 'zh-CN') {
  window.history.replaceState(null, '', path);
  await startLanguage(language);
  const requests: Request[] = [];
  const all: Answers = {
    'GET /api/me': me,
    'GET /api/directory': directory,
    'GET /local/clock': { now: NOW, speed: 0 },
    ...answers,
  };
  const respond = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
  window.fetch = async (input, init = {}) => {
    const url = new URL(String(input), 'http://panel.example');
    const method = init.method ?? 'GET';
    const headers = init.headers as Record<string, string>;
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    const request = { method, path: url.pathname, query: url.searchParams, body, headers };
    requests.push(request);
    const answer = all[`${method} ${url.pathname}`];
    if (typeof answer === 'function') {
      const told: { status: number; body: unknown } = answer(request);
      return respond(told.status, told.body);
    }
    return answer === undefined
      ? respond(404, { message: `no ${request.path}`, statusCode: 404 })
      : respond(200, answer);
  };
  let token: string | null = 'token';
  const session: Session = {
    token: async () => token,
    signIn: async () => undefined,
    complete: async () => '/',
    signOut: async () => undefined,
    forget: async () => {
      token = null;
    },
  };
  const view = render(
    <App
      config={{ issuer: 'https://issuer.example', clientId: 'panel', scope: 'openid', local: true }}
      session={session}
    />,
  );
  return { ...view, requests };
}
