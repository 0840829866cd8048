import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { localCredentials, localRegion } from '#local/database/engine';
import { withStore } from '#test/support/engine';

const arn = (rest: string) => `arn:aws:states:local:123456789012:${rest}`;
const store = withStore();
let lambda: typeof import('../../functions/lambda.ts');

/** The composition root in AWS as it is, on an embedded database: what needs no other AWS service must run. */
beforeAll(async () => {
  const environment: Record<string, string> = {
    AWS_REGION: localRegion,
    AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: store.engine.endpoint,
    TABLE_NAME: store.tableName,
    AUDIT_TABLE_NAME: `${store.tableName}-audit`,
    AUDIT_BUCKET: 'copies',
    COMPANY: 'lakeside',
    PUBLIC_URL: 'https://service.lakeside.cn',
    MACHINE_COMPLAINT: arn('stateMachine:ComplaintEscalation'),
    MACHINE_WORK_ORDER: arn('stateMachine:PreventiveMaintenance'),
    MACHINE_VISIT: arn('stateMachine:FollowUpVisit'),
    FILES_BUCKET: 'files',
    FILES_ORIGIN: 'https://files.s3.local',
    LINKS_SECRET_ARN: arn('secret:links'),
    ISSUER: 'https://issuer.example',
    AUDIENCE: 'panel',
    SCHEDULER_GROUP: 'steward',
    SCHEDULER_ROLE_ARN: arn('role/schedules'),
    SCHEDULER_TARGET_ARN: arn('function:sweep'),
    SCHEDULER_DEAD_LETTERS_ARN: arn('dead-letters'),
    MAIL: 'ses',
    MAIL_SENDER: 'steward@lakeside.cn',
    SES_CONFIGURATION_SET: 'steward',
    COMPANY_NAME: 'Lakeside Services',
    ADMIN_EMAIL: 'you@lakeside.cn',
  };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  lambda = await import('../../functions/lambda.ts');
});

const request = (path: string, claims?: Record<string, string>) =>
  ({
    version: '2.0',
    rawPath: path,
    rawQueryString: '',
    headers: { 'accept-language': 'en' },
    requestContext: { http: { method: 'GET', path }, ...(claims && { authorizer: { jwt: { claims } } }) },
    isBase64Encoded: false,
  }) as unknown as APIGatewayProxyEventV2;
const call = async (path: string, claims?: Record<string, string>) => {
  const { statusCode, body } = await lambda.api(request(path, claims), {} as Context);
  return { statusCode, body: JSON.parse(body ?? 'null') };
};
const admin = {
  iss: 'https://issuer.example',
  sub: 's1',
  aud: 'panel',
  email: 'you@lakeside.cn',
  email_verified: 'true',
};

describe('the functions in AWS', () => {
  test('publish what a company starts with once, and never overwrite it', async () => {
    const first = await lambda.bootstrap();
    expect(first.published).toEqual([
      'organisation/main',
      'calendar/cn-office',
      'routing/main',
      'workflow/complaint',
      'workflow/work-order',
      'workflow/night-patrol',
      'workflow/follow-up-visit',
      'templates/main',
      'forms/main',
      'maintenance/main',
      'visits/main',
      'care-rules/main',
    ]);
    expect(await lambda.bootstrap()).toEqual({ published: [] });
  });

  test('answer the API, and know the first administrator by the verified address', async () => {
    expect(await call('/api/health')).toEqual({ statusCode: 200, body: { ok: true } });
    const me = await call('/api/me', admin);
    expect(me.statusCode).toBe(200);
    expect(me.body.person).toMatchObject({ id: 'administrator', role: 'admin' });
    expect((await call('/api/me', { ...admin, sub: 's2', email: 'other@lakeside.cn' })).statusCode).toBe(403);
  });

  test('sweep without any secret or mail server', async () => {
    expect(await lambda.sweep({})).toEqual({ overdueWakeUps: 0, stuckItems: 0, plans: 0, orders: 0, visits: 0 });
  });

  test('end an execution of an item that is not there with an error the machine does not take for the end', async () => {
    await expect(lambda.advance({ company: 'lakeside', item: 'none', epoch: 1, turns: 0 })).rejects.toMatchObject({
      name: 'NotFound',
    });
  });
});
