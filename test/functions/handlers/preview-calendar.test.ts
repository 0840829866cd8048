import { expect, test } from 'vitest';
import type { CalendarDocument } from '#domain/calendar-document';
import type { MovedComplaint } from '#http/schemas/document';
import { createDemoApi } from '#test/support/demo-api';

type Api = Awaited<ReturnType<typeof createDemoApi>>;
interface Answer {
  data: MovedComplaint[];
  checked: number;
  next: string | null;
  errors?: Record<string, string[]>;
}
const ID = 'cn-office';

const calendarOf = async ({ ports }: Api): Promise<CalendarDocument> => {
  const found = await ports.documents.current('demo', 'calendar', ID);
  if (!found) throw new Error('the calendar is seeded');
  return structuredClone(found.body);
};
const closed = (body: CalendarDocument, date: string): CalendarDocument => ({
  ...body,
  exceptions: [...body.exceptions, { date, open: [], reason: { 'zh-CN': '停电', en: 'Power cut' } }],
});
const preview = ({ call }: Api, as: string, body: unknown, cursor?: string) =>
  call<Answer>('POST', `/api/documents/calendar/${ID}/preview`, { as, body: { body, ...(cursor && { cursor }) } });
const file = ({ call }: Api, change: object = {}) =>
  call<{ id: string }>('POST', '/api/complaints', {
    body: {
      site: 'east-lake',
      category: 'corridor-light',
      building: 'b1',
      unit: '1201',
      description: '灯不亮',
      channel: 'phone',
      ...change,
    },
  });

test('tells the open deadlines a calendar would move, and changes nothing', async () => {
  const api = await createDemoApi();
  const { body: filed } = await file(api);
  await file(api, { category: 'water-leak', unit: '1202' }); // runs on the wall clock: stays
  const before = await api.ports.items.get('demo', filed.id);
  const first = await preview(api, 'administrator', closed(await calendarOf(api), '2026-11-24'));
  expect(first.body.checked).toBe(2);
  expect(first.body.data.map(({ id, moved }) => [id, moved])).toEqual([
    [
      filed.id,
      [
        { what: 'reply', from: '2026-11-24T10:00:00Z', to: '2026-11-25T10:00:00Z' },
        { what: 'resolve', from: '2026-11-25T10:00:00Z', to: '2026-11-26T10:00:00Z' },
      ],
    ],
  ]);
  expect(await api.ports.items.get('demo', filed.id)).toEqual(before);
  const second = await preview(
    api,
    'administrator',
    closed(await calendarOf(api), '2026-11-24'),
    first.body.next ?? '',
  );
  expect(second.body).toEqual({ data: [], checked: 0, next: null });
});

test('an unchanged calendar moves nothing', async () => {
  const api = await createDemoApi();
  await file(api);
  expect((await preview(api, 'administrator', await calendarOf(api))).body).toMatchObject({ data: [], checked: 1 });
});

test('is for those who may publish the calendar at every site that uses it', async () => {
  const api = await createDemoApi();
  const body = await calendarOf(api);
  for (const as of ['auditor', 'customer-centre-clerk-a', 'repairer-a', 'site-director', 'west-manager'])
    expect((await preview(api, as, body)).status).toBe(403);
});

test('what could not be published is told at its field; a foreign cursor is refused', async () => {
  const api = await createDemoApi();
  const body = await calendarOf(api);
  expect((await preview(api, 'administrator', { ...body, zone: 'Mars/Base' })).body.errors).toHaveProperty([
    'body.zone',
  ]);
  expect((await preview(api, 'administrator', body, 'nowhere')).status).toBe(422);
});
