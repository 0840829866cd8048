// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { complaint, openPanel } from './panel.tsx';

afterEach(() => {
  cleanup();
  localStorage.clear();
  sessionStorage.clear();
});
const page = (data: unknown[], next: string | null = null) => ({ data, next });
const later = { timeout: 10_000 };

describe('the panel', () => {
  test('my work says what waits, overdue in words, by the system’s clock', async () => {
    await openPanel('/work', { 'GET /api/work': page([complaint]) });
    expect(await screen.findByText('超时 2 小时', {}, later)).toBeTruthy();
    expect(screen.getByText('楼上漏水').closest('a')?.getAttribute('href')).toBe('/complaints/c1');
    expect(screen.getByText('1 栋 602')).toBeTruthy();
    expect(screen.getByText('升级至第 2 级')).toBeTruthy();
  });

  test('the language changes at once and stays', async () => {
    await openPanel('/work', { 'GET /api/work': page([complaint]) });
    fireEvent.click(await screen.findByText('English', {}, later));
    expect(await screen.findByText('2 h overdue', {}, later)).toBeTruthy();
    expect(localStorage.getItem('steward.language')).toBe('en');
    fireEvent.click(screen.getByText('中文'));
    expect(await screen.findByText('超时 2 小时', {}, later)).toBeTruthy();
  });

  test('pages by cursor, there and back, and shows no totals', async () => {
    const second = { ...complaint, id: 'c2', number: 'EL-2' };
    const list = ({ query }: { query: URLSearchParams }) => ({
      status: 200,
      body: query.get('cursor') === 'two' ? page([second]) : page([complaint], 'two'),
    });
    await openPanel('/complaints', { 'GET /api/complaints': list });
    await screen.findByText(/EL-260929-001/, {}, later);
    fireEvent.click(screen.getByText('下一页'));
    await screen.findByText(/EL-2 /, {}, later);
    expect(screen.getByText('第 2 页')).toBeTruthy();
    fireEvent.click(screen.getByText('上一页'));
    await screen.findByText(/EL-260929-001/, {}, later);
  });

  test('an empty list says what to do next; a failed one can be tried again', async () => {
    let fails = true;
    const list = () =>
      fails ? { status: 403, body: { message: '暂时没有权限', statusCode: 403 } } : { status: 200, body: page([]) };
    await openPanel('/complaints', { 'GET /api/complaints': list });
    expect(await screen.findByText('暂时没有权限', {}, later)).toBeTruthy();
    fails = false;
    fireEvent.click(screen.getByText('重试'));
    expect(await screen.findByText('没有进行中的投诉', {}, later)).toBeTruthy();
  });

  test('a page that is not for one’s post says so, and who can give it', async () => {
    const { requests } = await openPanel('/deliveries');
    expect(await screen.findByText('您的岗位不包含此页', {}, later)).toBeTruthy();
    expect(screen.getByText(/管理处主任或公司管理员/)).toBeTruthy();
    expect(screen.queryByText('重试')).toBeNull();
    expect(requests.filter(({ path }) => path === '/api/deliveries')).toEqual([]);
  });

  test('somebody else’s complaint is refused in the same words, one that is not there in others', async () => {
    const answer = (status: number, message: string) => () => ({ status, body: { message, statusCode: status } });
    await openPanel('/complaints/c9', { 'GET /api/complaints/c9': answer(403, '您没有权限进行此操作。') });
    expect(await screen.findByText('您的岗位不包含此页', {}, later)).toBeTruthy();
    cleanup();
    await openPanel('/complaints/c8', { 'GET /api/complaints/c8': answer(404, '没有这件投诉。') });
    expect(await screen.findByText('没有这件投诉。', {}, later)).toBeTruthy();
    expect(screen.queryByText('重试')).toBeNull();
  });

  test('a household’s row is a link: it opens in another tab too', async () => {
    const household = { id: 'h1', site: 'east-lake', building: 'b1', unit: '602', members: [], version: 1 };
    await openPanel('/households', { 'GET /api/households': page([household]) });
    const row = await screen.findByText('1 栋 602', {}, later);
    expect(row.closest('a')?.getAttribute('href')).toBe('/households/h1');
  });

  test('an expired session leads to the sign-in page and back', async () => {
    const refused = () => ({ status: 401, body: { message: '请登录', statusCode: 401 } });
    await openPanel('/complaints?list=all', { 'GET /api/complaints': refused });
    await screen.findByRole('button', { name: '登录' }, later);
    expect(window.location.pathname).toBe('/sign-in');
    expect(new URLSearchParams(window.location.search).get('to')).toBe('/complaints?list=all');
  });
});

describe('intake', () => {
  const place = {
    where: 'place',
    place: '大堂',
    category: 'water-leak',
    description: '地面积水',
    channel: 'desk',
    verified: true,
  };
  const draft = () => sessionStorage.setItem('steward.draft.complaint.east-lake', JSON.stringify(place));

  test('what was typed survives a reload', async () => {
    const first = await openPanel('/complaints/new');
    const description = await screen.findByLabelText('情况描述', {}, later);
    fireEvent.change(description, { target: { value: '水从天花板滴下' } });
    first.unmount();
    await openPanel('/complaints/new');
    const again = await screen.findByLabelText('情况描述', {}, later);
    expect(again).toHaveProperty('value', '水从天花板滴下');
  });

  test('the category says its department and the three limits in words', async () => {
    draft();
    await openPanel('/complaints/new', { 'GET /api/complaints/similar': page([]) });
    expect(await screen.findByText('派给工程部', {}, later)).toBeTruthy();
    for (const words of ['15 分钟（全天计时）', '4 个工作小时', '第 2 个工作日下班前'])
      expect(screen.getByText(words)).toBeTruthy();
  });

  test('a refused field says so at the field; trying again keeps the key; then the number is told', async () => {
    draft();
    let times = 0;
    const file = () =>
      ++times < 3
        ? { status: 422, body: { message: '请检查', statusCode: 422, errors: { description: ['请写得详细些'] } } }
        : { status: 201, body: { id: 'c9', number: 'EL-260929-009', joined: false, repeatOf: null } };
    const { requests } = await openPanel('/complaints/new', {
      'GET /api/complaints/similar': page([]),
      'POST /api/complaints': file,
    });
    const press = async () => fireEvent.click(await screen.findByRole('button', { name: '提交登记' }, later));
    await press();
    const message = await screen.findByText('请写得详细些', {}, later);
    expect(message.closest('.ant-form-item')?.querySelector('textarea')?.value).toBe('地面积水');
    await press();
    await waitFor(() => expect(times).toBe(2), later);
    await screen.findByText('请写得详细些', {}, later);
    await press();
    expect(await screen.findByText('已登记 EL-260929-009', {}, later)).toBeTruthy();
    const keys = requests
      .filter(({ method, path }) => method === 'POST' && path === '/api/complaints')
      .map(({ headers }) => headers['idempotency-key']);
    expect(new Set(keys).size).toBe(1);
    expect(sessionStorage.getItem('steward.draft.complaint.east-lake')).toBeNull();
  });

  test('an open complaint of the same cause has to be joined or put aside first', async () => {
    draft();
    const { requests } = await openPanel('/complaints/new', {
      'GET /api/complaints/similar': page([complaint]),
      'POST /api/complaints': { id: 'c1', number: 'EL-260929-001', joined: true, repeatOf: null },
    });
    const join = await screen.findByLabelText(/并入 EL-260929-001/, {}, later);
    fireEvent.click(screen.getByRole('button', { name: '提交登记' }));
    expect(await screen.findByText('请选择并入或另行登记', {}, later)).toBeTruthy();
    fireEvent.click(join);
    fireEvent.click(screen.getByRole('button', { name: '提交登记' }));
    expect(await screen.findByText('已并入 EL-260929-001', {}, later)).toBeTruthy();
    expect(requests.findLast(({ method }) => method === 'POST')?.body).toMatchObject({ similar: { join: 'c1' } });
  });
});
