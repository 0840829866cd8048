import { describe, expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../infra/content-policy.ts';

const parts = (policy: string) => policy.split('; ');

describe('the content policy of the panel', () => {
  test('is the same on one machine as deployed, but for where photos and sign-in are', () => {
    const [issuer, files] = ['https://issuer.example', 'https://files.example'];
    const here = parts(contentSecurityPolicy());
    const deployed = parts(contentSecurityPolicy([issuer], files));
    expect(deployed.map((part) => part.replaceAll(` ${issuer}`, '').replaceAll(` ${files}`, ''))).toEqual(here);
    expect(deployed.filter((part) => part.includes(issuer))).toEqual([`connect-src 'self' ${issuer} ${files}`]);
    expect(deployed.filter((part) => part.includes(files)).map((part) => part.split(' ')[0])).toEqual([
      'img-src',
      'connect-src',
      'form-action',
    ]);
  });

  test('names every kind of content, and lets no script in but files of its own', () => {
    const here = parts(contentSecurityPolicy());
    expect(here.slice(0, 2)).toEqual(["default-src 'none'", "script-src 'self'"]);
    expect(here.join()).not.toMatch(/undefined|unsafe-eval|\*/);
  });
});
