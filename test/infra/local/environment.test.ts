import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readEnvironment } from '#local/environment';

describe('the environment', () => {
  it('may be empty', () => {
    expect(readEnvironment({ PORT: '' })).toEqual({
      port: 4000,
      inboxPort: 4001,
      smtpPort: 4025,
      dataDir: resolve('.data'),
      demoDays: 60,
      endpoint: undefined,
      origin: 'http://127.0.0.1:4000',
    });
  });
  it('names port, folder and database', () => {
    const env = { PORT: '5000', DATA_DIR: '/tmp/x', DYNAMODB_ENDPOINT: 'http://127.0.0.1:8000' };
    expect(readEnvironment(env)).toMatchObject({
      port: 5000,
      smtpPort: 5025,
      dataDir: '/tmp/x',
      endpoint: env.DYNAMODB_ENDPOINT,
    });
  });
  it('is refused with everything that is wrong', () => {
    expect(() => readEnvironment({ PORT: 'x', DYNAMODB_ENDPOINT: 'ftp://x' })).toThrow(
      /PORT .*"x".*DYNAMODB_ENDPOINT .*"ftp:\/\/x"/,
    );
    expect(() => readEnvironment({ PORT: '65511' })).toThrow('must be 1 to 65510');
  });
});
