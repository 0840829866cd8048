import { z } from 'zod';
import type { ItemKind } from '#domain/workflow/definition';

/**
 * What a function reads from its environment in AWS: names and ARNs, never a secret. `infra/aws` passes exactly these names
 * to every function (a test compares both lists), so one composition root serves them all.
 */
const arn = z.string().regex(/^arn:/, 'must be an ARN');
const name = z.string().min(1);

const Common = z.object({
  TABLE_NAME: name,
  /** The log of changes, and the locked bucket of its copies. */
  AUDIT_TABLE_NAME: name,
  AUDIT_BUCKET: name,
  COMPANY: name,
  /** Origin of the panel, the API and the action pages, without a slash at its end. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).regex(/[^/]$/, 'must not end with a slash'),
  MACHINE_COMPLAINT: arn,
  MACHINE_WORK_ORDER: arn,
  MACHINE_VISIT: arn,
  FILES_BUCKET: name,
  /** Origin that uploads are posted to. */
  FILES_ORIGIN: z.url({ protocol: /^https$/ }),
  LINKS_SECRET_ARN: arn,
  /** Issuer of the panel's sign-in tokens, and the audience (client id) they must name. */
  ISSUER: z.url(),
  AUDIENCE: name,
  /** One-time schedules: their group, the role that may invoke the target, the target, and where calls that never arrive end. */
  SCHEDULER_GROUP: name,
  SCHEDULER_ROLE_ARN: arn,
  SCHEDULER_TARGET_ARN: arn,
  SCHEDULER_DEAD_LETTERS_ARN: arn,
  MAIL_SENDER: z.email(),
});
const Mail = z.discriminatedUnion('MAIL', [
  z.object({ MAIL: z.literal('ses'), SES_CONFIGURATION_SET: name }),
  /** The secret holds {"username", "password"}. */
  z.object({
    MAIL: z.literal('smtp'),
    SMTP_HOST: name,
    SMTP_PORT: z.coerce.number().int().min(1).max(65535),
    SMTP_SECRET_ARN: arn,
  }),
]);
/** Read by `bootstrap` only: what the first publication is made of. */
const Bootstrap = z.object({ COMPANY_NAME: name, ADMIN_EMAIL: z.email() });

/** Read by those who record who asked: the secret our own CloudFront sends along, where there is one. */
const Edge = z.object({ EDGE_SECRET_ARN: arn.optional() });

export type MailKind = z.infer<typeof Mail>['MAIL'];
export type MailSettings =
  | { type: 'ses'; sender: string; configurationSet: string }
  | { type: 'smtp'; sender: string; host: string; port: number; secretArn: string };
export interface Settings {
  table: string;
  audit: { table: string; bucket: string };
  company: string;
  publicUrl: string;
  machines: Record<ItemKind, string>;
  files: { bucket: string; origin: string };
  linksSecretArn: string;
  issuer: string;
  audience: string;
  schedules: { group: string; roleArn: string; targetArn: string; deadLettersArn: string };
  mail: MailSettings;
}
export interface BootstrapSettings {
  companyName: string;
  adminEmail: string;
}
const Key = z.object({ kid: name, secret: z.string().min(32) });
/**
 * The links secret as generated at deployment, `{"kid", "secret"}`, read as a list of keys of which the first signs.
 * Rotation by hand: a new `kid` and `secret`, the old pair into `previous` until its links have expired (30 days).
 */
export const LinksSecret = Key.extend({ previous: z.array(Key).default([]) }).transform(({ previous, ...first }) => ({
  keys: [first, ...previous],
}));

export class SettingsInvalid extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The environment is not complete:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'SettingsInvalid';
  }
}

/** Names every function is given, by the way mail is sent. Sorted. */
export const environmentNames = (mail: MailKind): string[] => {
  const variant = Mail.options.find((option) => option.shape.MAIL.value === mail);
  return [...Object.keys(Common.shape), ...Object.keys(variant?.shape ?? {})].sort();
};
/** Names `api` and `resident` are given besides, behind CloudFront. */
export const edgeNames = (): string[] => Object.keys(Edge.shape);
/** Names only `bootstrap` is given besides. Sorted. */
export const bootstrapNames = (): string[] => Object.keys(Bootstrap.shape).sort();

type Environment = Readonly<Record<string, string | undefined>>;

const problemsOf = (error: z.ZodError, env: Environment): string[] =>
  error.issues.map((issue) => {
    const key = issue.path.map(String).join('.');
    const value = env[key];
    return value === undefined ? `${key} is missing` : `${key}: ${issue.message} (got "${value}")`;
  });

/** @throws SettingsInvalid with everything that is missing or wrong, not only the first. */
export const readSettings = (env: Environment): Settings => {
  const common = Common.safeParse(env);
  const mail = Mail.safeParse(env);
  if (!common.success || !mail.success) {
    const errors = [common.error, mail.error].filter((error) => error !== undefined);
    throw new SettingsInvalid(errors.flatMap((error) => problemsOf(error, env)));
  }
  const c = common.data;
  const m = mail.data;
  return {
    table: c.TABLE_NAME,
    audit: { table: c.AUDIT_TABLE_NAME, bucket: c.AUDIT_BUCKET },
    company: c.COMPANY,
    publicUrl: c.PUBLIC_URL,
    machines: { complaint: c.MACHINE_COMPLAINT, workOrder: c.MACHINE_WORK_ORDER, visit: c.MACHINE_VISIT },
    files: { bucket: c.FILES_BUCKET, origin: c.FILES_ORIGIN },
    linksSecretArn: c.LINKS_SECRET_ARN,
    issuer: c.ISSUER,
    audience: c.AUDIENCE,
    schedules: {
      group: c.SCHEDULER_GROUP,
      roleArn: c.SCHEDULER_ROLE_ARN,
      targetArn: c.SCHEDULER_TARGET_ARN,
      deadLettersArn: c.SCHEDULER_DEAD_LETTERS_ARN,
    },
    mail:
      m.MAIL === 'ses'
        ? { type: 'ses', sender: c.MAIL_SENDER, configurationSet: m.SES_CONFIGURATION_SET }
        : {
            type: 'smtp',
            sender: c.MAIL_SENDER,
            host: m.SMTP_HOST,
            port: m.SMTP_PORT,
            secretArn: m.SMTP_SECRET_ARN,
          },
  };
};

/** Null: no CloudFront stands before the API. @throws SettingsInvalid */
export const readEdgeSecretArn = (env: Environment): string | null => {
  const parsed = Edge.safeParse(env);
  if (!parsed.success) throw new SettingsInvalid(problemsOf(parsed.error, env));
  return parsed.data.EDGE_SECRET_ARN ?? null;
};

/** @throws SettingsInvalid */
export const readBootstrapSettings = (env: Environment): BootstrapSettings => {
  const parsed = Bootstrap.safeParse(env);
  if (!parsed.success) throw new SettingsInvalid(problemsOf(parsed.error, env));
  const b = parsed.data;
  return { companyName: b.COMPANY_NAME, adminEmail: b.ADMIN_EMAIL };
};

/**
 * Custom metrics the alarms look at: what the use cases count, in this namespace, with the one dimension `service`.
 * The sweeper counts zero when it found nothing, so a missing figure means that it did not run.
 */
export const metrics = {
  namespace: 'Steward',
  service: 'steward',
  /** Wake-ups that passed unnoticed. */
  sweptWakeUps: 'SweptWakeUps',
  /** Items with committed effects that nobody had carried out. */
  sweptEffects: 'SweptEffects',
  dispatchFailed: 'DispatchFailed',
  mailFailed: 'MailFailed',
  workflowStopped: 'WorkflowStopped',
  linkedNotOpened: 'LinkedNotOpened',
  planFailed: 'PlanFailed',
  /** Planned orders with more points than one order takes. */
  checklistLeftOut: 'ChecklistLeftOut',
  sweepFailed: 'SweepFailed',
  auditTampered: 'AuditTampered',
} as const;
