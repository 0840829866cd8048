import { describe, expect, it } from 'vitest';
import { DeploymentSettingsInvalid, readDeploymentSettings, settingKeys, variableOf } from '#aws/settings';
import { china, ordinary } from './synthesised.ts';

const read = (context: Record<string, unknown>, env: Record<string, string> = {}) =>
  readDeploymentSettings((key) => context[key], env);
const problemsOf = (context: Record<string, unknown>, env: Record<string, string> = {}): readonly string[] => {
  try {
    read(context, env);
  } catch (error) {
    if (error instanceof DeploymentSettingsInvalid) return error.problems;
    throw error;
  }
  return [];
};

describe('deployment settings', () => {
  it('need five words and know the rest', () => {
    expect(read(ordinary)).toEqual({
      name: 'steward',
      company: { id: 'acme', name: 'Acme 物业' },
      publicUrl: 'https://steward.acme.test',
      adminEmail: 'wang@acme.test',
      alarmEmail: 'wang@acme.test',
      mail: { type: 'ses', sender: 'steward@acme.test', identity: 'acme.test' },
      identity: { type: 'cognito', selfSignUp: false },
      cloudFront: true,
      certificateArn: undefined,
      retain: true,
      auditLock: { mode: 'governance', days: 3_652 },
      region: undefined,
      account: undefined,
      example: false,
    });
  });

  it('name everything that is missing at once, with both ways to give it', () => {
    expect(problemsOf({})).toEqual([
      'company (STEWARD_COMPANY) is missing',
      'publicUrl (STEWARD_PUBLIC_URL) is missing',
      'adminEmail (STEWARD_ADMIN_EMAIL) is missing',
      'mailSender (STEWARD_MAIL_SENDER) is missing',
    ]);
  });

  it('show the value that is wrong, beside what is missing', () => {
    const { mailSender, ...rest } = ordinary;
    expect(problemsOf({ ...rest, publicUrl: 'http://a.test', mail: 'smtp' })).toEqual([
      'publicUrl (STEWARD_PUBLIC_URL): must be an https origin such as https://steward.acme.com: no path, no slash at its end (got "http://a.test")',
      'mailSender (STEWARD_MAIL_SENDER) is missing',
      'smtpHost (STEWARD_SMTP_HOST) is missing: mail is sent by SMTP',
      'smtpSecretArn (STEWARD_SMTP_SECRET_ARN) is missing: a Secrets Manager secret with {"username", "password"}',
    ]);
  });

  it.each(['https://a.test/', 'https://a.test/steward', 'a.test'])(
    'take an origin as public address, not %s',
    (publicUrl) => {
      expect(problemsOf({ ...ordinary, publicUrl }).join()).toContain('publicUrl');
    },
  );

  it('let the environment win over the context', () => {
    expect(read(ordinary, { STEWARD_COMPANY: 'other' }).company.id).toBe('other');
  });

  it('refuse a variable that is none of them', () => {
    expect(problemsOf(ordinary, { STEWARD_PUBLICURL: 'https://a.test' })[0]).toMatch(
      /^STEWARD_PUBLICURL is not a setting/,
    );
  });

  it('name each variable after its key', () => {
    expect(settingKeys.map(variableOf)).toContain('STEWARD_SMTP_SECRET_ARN');
  });

  it('ask for an issuer, SMTP and no CloudFront where Cognito, SES and CloudFront are not', () => {
    expect(problemsOf({ ...ordinary, region: 'cn-north-1', mail: 'ses', cloudFront: 'true' })).toEqual([
      'issuer (STEWARD_ISSUER) is missing: Cognito does not exist in cn-north-1',
      'mail (STEWARD_MAIL) must be smtp: SES does not exist in cn-north-1',
      'cloudFront (STEWARD_CLOUD_FRONT) must be false in cn-north-1',
    ]);
  });

  it('choose SMTP and no CloudFront by themselves in the China regions', () => {
    expect(read(china)).toMatchObject({ mail: { type: 'smtp', port: 587 }, cloudFront: false });
  });

  it('want an issuer and its audience together', () => {
    expect(problemsOf({ ...ordinary, issuer: 'https://id.test' })[0]).toMatch(/^audience .*is missing/);
    expect(problemsOf({ ...ordinary, audience: 'panel' })[0]).toMatch(/^issuer .*is missing/);
  });

  it('want CloudFront certificates from us-east-1', () => {
    const certificateArn = 'arn:aws:acm:eu-west-1:123456789012:certificate/1';
    expect(problemsOf({ ...ordinary, certificateArn })[0]).toContain('us-east-1');
    expect(problemsOf({ ...ordinary, certificateArn, cloudFront: 'false' })).toEqual([]);
  });

  it('know an example when they see one', () => {
    expect(read({ ...ordinary, publicUrl: 'https://steward.example.com' }).example).toBe(true);
  });
});
