import { afterEach, expect, test, vi } from 'vitest';
import { createLogger, errorDetails } from '#http/logger';

afterEach(() => vi.restoreAllMocks());

test('log lines are JSON, name the service and hide personal data at any depth', () => {
  const lines: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    lines.push(String(chunk));
    return true;
  });
  const data = { operation: 'x', email: 'a@b.example', inner: { phone: '138', status: 200 } };
  createLogger({ service: 'steward' }).info('request', data);
  const [line = ''] = lines;
  expect(JSON.parse(line)).toMatchObject({
    message: 'request',
    service: 'steward',
    operation: 'x',
    inner: { status: 200 },
  });
  expect(line).not.toMatch(/a@b\.example|"138"/);
});

test('an error is told by its name and place, not by its message', () => {
  const details = errorDetails(new TypeError('resident 13800138000', { cause: new RangeError('secret') }));
  expect(details).toMatchObject({ error: 'TypeError', cause: 'RangeError' });
  expect(JSON.stringify(details)).not.toMatch(/13800138000|secret/);
  expect(errorDetails('text')).toEqual({ error: 'string' });
});
