import { describe, expect, test } from 'vitest';
import { withoutContacts } from '#domain/contacts';

describe('text without contacts', () => {
  test.each([
    ['请打 13800138000', '请打 •••'],
    ['+86-755-8888 1234 或 a.b@c.example', '••• 或 •••'],
    ['2026-11-23 来过，12 楼 1201', '2026-11-23 来过，12 楼 1201'],
    ['EL-261123-007', 'EL-261123-007'],
    ['电话(0755) 8888-1234。', '电话(•••。'],
  ])('%s', (text, expected) => {
    expect(withoutContacts(text)).toBe(expected);
  });
});
