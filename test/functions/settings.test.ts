import { describe, expect, it } from 'vitest';
import {
  environmentNames,
  LinksSecret,
  readBootstrapSettings,
  readSettings,
  SettingsInvalid,
} from '../../functions/settings.ts';

const arn = 'arn:aws:states:eu-west-1:123456789012:stateMachine:X';
const complete = {
  TABLE_NAME: 'table',
  AUDIT_TABLE_NAME: 'log',
  AUDIT_BUCKET: 'copies',
  COMPANY: 'acme',
  PUBLIC_URL: 'https://steward.acme.test',
  MACHINE_COMPLAINT: arn,
  MACHINE_WORK_ORDER: arn,
  MACHINE_VISIT: arn,
  FILES_BUCKET: 'files',
  FILES_ORIGIN: 'https://files.s3.eu-west-1.amazonaws.com',
  LINKS_SECRET_ARN: arn,
  ISSUER: 'https://id.acme.test',
  AUDIENCE: 'panel',
  SCHEDULER_GROUP: 'steward',
  SCHEDULER_ROLE_ARN: arn,
  SCHEDULER_TARGET_ARN: arn,
  SCHEDULER_DEAD_LETTERS_ARN: arn,
  MAIL_SENDER: 'steward@acme.test',
  MAIL: 'ses',
  SES_CONFIGURATION_SET: 'steward',
};
const problemsOf = (env: Record<string, string | undefined>): readonly string[] => {
  try {
    readSettings(env);
  } catch (error) {
    if (error instanceof SettingsInvalid) return error.problems;
    throw error;
  }
  return [];
};

describe('settings of the functions', () => {
  it('are read from the names that are published', () => {
    expect(Object.keys(complete).sort()).toEqual(environmentNames('ses'));
    expect(readSettings(complete)).toMatchObject({
      machines: { complaint: arn, workOrder: arn, visit: arn },
      mail: { type: 'ses', sender: 'steward@acme.test', configurationSet: 'steward' },
    });
  });

  it('name everything that is missing at once', () => {
    expect(problemsOf({})).toHaveLength(environmentNames('ses').length - 1);
    expect(problemsOf({ ...complete, TABLE_NAME: undefined, ISSUER: undefined })).toEqual([
      'TABLE_NAME is missing',
      'ISSUER is missing',
    ]);
  });

  it('name what is missing for the chosen way to send mail', () => {
    expect(problemsOf({ ...complete, MAIL: 'smtp', COMPANY: '' })).toEqual([
      'COMPANY: Too small: expected string to have >=1 characters (got "")',
      'SMTP_HOST is missing',
      'SMTP_PORT is missing',
      'SMTP_SECRET_ARN is missing',
    ]);
  });

  it('take SMTP', () => {
    const smtp = { MAIL: 'smtp', SMTP_HOST: 'smtp.acme.test', SMTP_PORT: '587', SMTP_SECRET_ARN: arn };
    expect(readSettings({ ...complete, ...smtp }).mail).toEqual({
      type: 'smtp',
      sender: 'steward@acme.test',
      host: 'smtp.acme.test',
      port: 587,
      secretArn: arn,
    });
  });

  it('of bootstrap name the company and its first administrator', () => {
    expect(readBootstrapSettings({ COMPANY_NAME: 'Acme', ADMIN_EMAIL: 'wang@acme.test' })).toEqual({
      companyName: 'Acme',
      adminEmail: 'wang@acme.test',
    });
    expect(() => readBootstrapSettings({})).toThrow(/COMPANY_NAME is missing\n.*ADMIN_EMAIL is missing/);
  });

  it('sign links with the newest key and go on reading the old ones', () => {
    const [fresh, old] = ['n'.repeat(64), 'o'.repeat(64)];
    expect(LinksSecret.parse({ kid: 'k1', secret: fresh })).toEqual({ keys: [{ kid: 'k1', secret: fresh }] });
    const rotated = { kid: 'k2', secret: fresh, previous: [{ kid: 'k1', secret: old }] };
    expect(LinksSecret.parse(rotated).keys.map(({ kid }) => kid)).toEqual(['k2', 'k1']);
  });
});
