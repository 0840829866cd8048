import { z } from 'zod';
import { Slug } from '#domain/organisation';

/**
 * What a deployment must be told. Each setting is a CDK context key (`cdk deploy -c publicUrl=https://...`) or an environment
 * variable (`STEWARD_PUBLIC_URL=...`); the environment wins over the context, because cdk.json holds an example of each.
 */
const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')]);
const arn = z.string().regex(/^arn:aws[a-z-]*:/, 'must be an ARN');

const Raw = z.object({
  /** Prefix of every physical name; two deployments in one account and region need two. */
  name: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,19}$/, 'must be 2-20 lower-case letters, digits and hyphens')
    .default('steward'),
  /** Partition key prefix of everything the company owns. Never change it after the first deployment. */
  company: Slug,
  companyName: z.string().min(1).max(200).optional(),
  publicUrl: z
    .string()
    .refine(
      (text) => URL.canParse(text) && text === new URL(text).origin && text.startsWith('https:'),
      'must be an https origin such as https://steward.acme.com: no path, no slash at its end',
    ),
  adminEmail: z.email(),
  /** @default adminEmail */
  alarmEmail: z.email().optional(),
  /** @default ses, in the China regions smtp */
  mail: z.enum(['ses', 'smtp']).optional(),
  mailSender: z.email(),
  /** SES identity to create: a domain or an address. @default the domain of mailSender */
  mailIdentity: z.string().min(3).optional(),
  smtpHost: z.string().min(1).optional(),
  smtpPort: z.coerce.number().int().min(1).max(65535).default(587),
  smtpSecretArn: arn.optional(),
  /** OIDC issuer to use instead of a Cognito user pool; `audience` is then the client id it knows the panel by. */
  issuer: z.url({ protocol: /^https$/, error: 'must be an https address' }).optional(),
  audience: z.string().min(1).optional(),
  /** Cognito only: may people register themselves? Membership is decided by the staff directory in either case. */
  selfSignUp: flag.default(false),
  /** @default true, in the China regions false: the panel is then served by a function behind the HTTP API */
  cloudFront: flag.optional(),
  /** Certificate for the host of publicUrl: in us-east-1 with CloudFront, else in the region of the stack. */
  certificateArn: arn.optional(),
  removal: z.enum(['retain', 'destroy']).default('retain'),
  /** Copies of the log of changes: may somebody with the right to it end the lock early, or nobody at all? */
  auditLock: z.enum(['governance', 'compliance']).default('governance'),
  /** Days for which a copy is locked. @default ten years */
  auditDays: z.coerce.number().int().min(1).max(36_500).default(3_652),
  region: z
    .string()
    .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'must be a region such as ap-southeast-1')
    .optional(),
  account: z
    .string()
    .regex(/^\d{12}$/, 'must be twelve digits')
    .optional(),
});
type RawSettings = z.infer<typeof Raw>;
export const settingKeys = Object.keys(Raw.shape) as (keyof RawSettings)[];

export type MailChoice =
  | { readonly type: 'ses'; readonly sender: string; readonly identity: string }
  | {
      readonly type: 'smtp';
      readonly sender: string;
      readonly host: string;
      readonly port: number;
      readonly secretArn: string;
    };
export type IdentityChoice =
  | { readonly type: 'cognito'; readonly selfSignUp: boolean }
  | { readonly type: 'issuer'; readonly issuer: string; readonly audience: string };
export interface StewardSettings {
  readonly name: string;
  readonly company: { readonly id: string; readonly name: string };
  readonly publicUrl: string;
  readonly adminEmail: string;
  readonly alarmEmail: string;
  readonly mail: MailChoice;
  readonly identity: IdentityChoice;
  readonly cloudFront: boolean;
  readonly certificateArn: string | undefined;
  readonly retain: boolean;
  readonly auditLock: { readonly mode: 'governance' | 'compliance'; readonly days: number };
  readonly region: string | undefined;
  readonly account: string | undefined;
  /** The example of cdk.json: synthesises, and refuses to be deployed. */
  readonly example: boolean;
}

export class DeploymentSettingsInvalid extends Error {
  constructor(readonly problems: readonly string[]) {
    super(
      `These settings are missing or wrong (give them as -c key=value or as an environment variable):\n${problems
        .map((problem) => `  - ${problem}`)
        .join('\n')}`,
    );
    this.name = 'DeploymentSettingsInvalid';
  }
}

/** publicUrl -> STEWARD_PUBLIC_URL */
export const variableOf = (key: string): string =>
  `STEWARD_${key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
const label = (key: string): string => `${key} (${variableOf(key)})`;

/** Rules between settings; each names the setting to change. */
const crossProblems = (raw: RawSettings, china: boolean, mail: 'ses' | 'smtp', cloudFront: boolean): string[] => {
  const problems: string[] = [];
  const need = (present: unknown, text: string): void => {
    if (!present) problems.push(text);
  };
  if (mail === 'smtp') {
    need(raw.smtpHost, `${label('smtpHost')} is missing: mail is sent by SMTP`);
    need(
      raw.smtpSecretArn,
      `${label('smtpSecretArn')} is missing: a Secrets Manager secret with {"username", "password"}`,
    );
  }
  if (raw.issuer)
    need(raw.audience, `${label('audience')} is missing: the client id of the panel at issuer ${raw.issuer}`);
  if (raw.audience) need(raw.issuer, `${label('issuer')} is missing: audience is only used with it`);
  if (china) {
    need(raw.issuer, `${label('issuer')} is missing: Cognito does not exist in ${raw.region}`);
    need(mail === 'smtp', `${label('mail')} must be smtp: SES does not exist in ${raw.region}`);
    need(!cloudFront, `${label('cloudFront')} must be false in ${raw.region}`);
  }
  if (cloudFront && raw.certificateArn && !raw.certificateArn.includes(':us-east-1:'))
    problems.push(
      `${label('certificateArn')}: CloudFront takes certificates of us-east-1 only (got "${raw.certificateArn}")`,
    );
  return problems;
};

/**
 * @param lookup value of a context key, undefined when not given
 * @throws DeploymentSettingsInvalid with the whole list of what is missing or wrong
 */
export const readDeploymentSettings = (
  lookup: (key: string) => unknown,
  env: Readonly<Record<string, string | undefined>>,
): StewardSettings => {
  const given = Object.fromEntries(
    settingKeys.map((key) => [key, env[variableOf(key)] ?? lookup(key)] as const).filter(([, value]) => value !== ''),
  );
  const known = new Set(settingKeys.map(variableOf));
  const unknown = Object.keys(env).filter((key) => key.startsWith('STEWARD_') && !known.has(key));
  const problems = unknown.map((key) => `${key} is not a setting; known: ${[...known].sort().join(', ')}`);

  const parsed = Raw.safeParse(given);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const key = String(issue.path[0]);
      const value = given[key];
      problems.push(
        value === undefined ? `${label(key)} is missing` : `${label(key)}: ${issue.message} (got "${value}")`,
      );
    }
  }
  // Rules between settings are checked even if one of them is wrong, so that the list is whole.
  const raw = parsed.success ? parsed.data : ({ smtpPort: 587, ...given } as RawSettings);
  const china = typeof raw.region === 'string' && raw.region.startsWith('cn-');
  const mail = raw.mail ?? (china ? 'smtp' : 'ses');
  const cloudFront = String(raw.cloudFront ?? !china) === 'true';
  problems.push(...crossProblems(raw, china, mail, cloudFront));
  if (!parsed.success || problems.length > 0) throw new DeploymentSettingsInvalid(problems);

  const domain = (address: string): string => address.slice(address.indexOf('@') + 1);
  return {
    name: raw.name,
    company: { id: raw.company, name: raw.companyName ?? raw.company },
    publicUrl: raw.publicUrl,
    adminEmail: raw.adminEmail,
    alarmEmail: raw.alarmEmail ?? raw.adminEmail,
    mail:
      mail === 'ses'
        ? { type: 'ses', sender: raw.mailSender, identity: raw.mailIdentity ?? domain(raw.mailSender) }
        : {
            type: 'smtp',
            sender: raw.mailSender,
            host: raw.smtpHost ?? '',
            port: raw.smtpPort,
            secretArn: raw.smtpSecretArn ?? '',
          },
    identity:
      raw.issuer && raw.audience
        ? { type: 'issuer', issuer: raw.issuer, audience: raw.audience }
        : { type: 'cognito', selfSignUp: raw.selfSignUp },
    cloudFront,
    certificateArn: raw.certificateArn,
    retain: raw.removal === 'retain',
    auditLock: { mode: raw.auditLock, days: raw.auditDays },
    region: raw.region,
    account: raw.account,
    example: new URL(raw.publicUrl).hostname.endsWith('example.com'),
  };
};
