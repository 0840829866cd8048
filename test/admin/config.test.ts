import { expect, test } from 'vitest';
import { parseConfig } from '../../admin/src/config.ts';

test('the panel’s configuration; only `local: true` is local', () => {
  const config = { issuer: 'https://issuer.example', clientId: 'panel', scope: 'openid' };
  expect(parseConfig(config)).toEqual({ ...config, local: false });
  expect(parseConfig({ ...config, local: true }).local).toBe(true);
  expect(parseConfig({ ...config, local: 'yes' }).local).toBe(false);
});

test('what is missing is named', () => {
  expect(() => parseConfig({ issuer: 'https://issuer.example' })).toThrow('clientId, scope');
  expect(() => parseConfig(null)).toThrow('issuer, clientId, scope');
});
