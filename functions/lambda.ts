import { Metrics as Powertools } from '@aws-lambda-powertools/metrics';
import { S3Client } from '@aws-sdk/client-s3';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SFNClient } from '@aws-sdk/client-sfn';
import type { APIGatewayProxyEventV2, Context, DynamoDBStreamEvent, S3Event } from 'aws-lambda';
import { z } from 'zod';
import { assemble } from '#assemble';
import { s3Files } from '#files/s3-files';
import { createBounceHandler } from '#handlers/bounce';
import { createCopyAuditHandler } from '#handlers/copy-audit';
import { createLogger } from '#http/logger';
import { createIds } from '#ids';
import { linkUrl, receiptUrl, signedLinks } from '#mail/links';
import { mailRenderer } from '#mail/renderer';
import { effectFromTag, sesMailer } from '#mail/ses-mailer';
import { smtpMailer } from '#mail/smtp-mailer';
import type { Clock, Mailer, Metrics, Ports } from '#ports';
import { auditStreamLink } from '#store/audit-row';
import { createClient } from '#store/client';
import { createStore } from '#store/store';
import { streamWork } from '#store/stream-work';
import { firstOrganisation } from '#usecases/bootstrap';
import { defaultDocuments } from '#workflows/default-documents';
import { oneTimeSchedules } from './aws/one-time-schedules.ts';
import { readSecret } from './aws/read-secret.ts';
import { s3AuditCopies } from './aws/s3-audit-copies.ts';
import { sfnExecutions } from './aws/sfn-executions.ts';
import {
  LinksSecret,
  type MailSettings,
  metrics as names,
  readBootstrapSettings,
  readEdgeSecretArn,
  readSettings,
} from './settings.ts';

/** The composition root in AWS: every export is one function's handler; all share one bundle and one environment. */
const settings = readSettings(process.env);
const clock: Clock = { now: Date.now };
const logger = createLogger({ service: names.service });
const secrets = new SecretsManagerClient();
const metrics: Metrics = {
  count(name, value) {
    const powertools = new Powertools({ namespace: names.namespace, serviceName: names.service });
    powertools.addMetric(name, 'Count', value);
    powertools.publishStoredMetrics();
  },
};

async function createMailer(mail: MailSettings): Promise<Mailer> {
  const from = { name: 'Steward', address: mail.sender };
  if (mail.type === 'ses') return sesMailer(new SESv2Client(), { from, configurationSet: mail.configurationSet });
  const login = z.object({ username: z.string(), password: z.string() });
  const { username: user, password } = await readSecret(secrets, mail.secretArn, login);
  return smtpMailer({
    host: mail.host,
    port: mail.port,
    secure: mail.port === 465,
    requireTls: true,
    user,
    password,
    from,
  });
}

/** Made on first use, once a container; a failure is tried again by the next use. */
function onFirstUse<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}

/** Not every function may read every secret: each is read by whoever first needs it. */
const mailer = onFirstUse(() => createMailer(settings.mail));
const links = onFirstUse(async () => {
  const { keys } = await readSecret(secrets, settings.linksSecretArn, LinksSecret);
  return signedLinks({ keys, baseUrl: settings.publicUrl }, clock);
});

/** Only the API's and the residents' functions may read it. */
const edgeSecret = onFirstUse(async () => {
  const arn = readEdgeSecretArn(process.env);
  if (arn === null) return null;
  return (await readSecret(secrets, arn, z.object({ secret: z.string().min(32) }))).secret;
});

const ports: Ports = {
  clock,
  ids: createIds(clock),
  ...createStore({
    client: createClient({ region: process.env.AWS_REGION ?? '' }),
    tableName: settings.table,
    auditTableName: settings.audit.table,
  }),
  mailer: { send: async (message) => (await mailer()).send(message) },
  renderer: mailRenderer,
  executions: sfnExecutions(new SFNClient(), settings.machines),
  schedules: oneTimeSchedules(new SchedulerClient(), settings.schedules),
  links: {
    sign: async (claims) => (await links()).sign(claims),
    verify: async (token) => (await links()).verify(token),
    url: (token) => linkUrl(settings.publicUrl, token),
    signReceipt: async (claims) => (await links()).signReceipt(claims),
    verifyReceipt: async (token) => (await links()).verifyReceipt(token),
    receiptUrl: (token) => receiptUrl(settings.publicUrl, token),
    seal: async (text) => (await links()).seal(text),
  },
  files: s3Files(new S3Client(), settings.files.bucket),
  logger,
  metrics,
};
const steward = assemble(ports, {
  read: streamWork,
  uploadOrigin: settings.files.origin,
  edgeSecret,
  api: { company: settings.company, clients: [settings.audience], publicUrl: settings.publicUrl },
});

export const api = (event: APIGatewayProxyEventV2, context: Context) => steward.apiHandler(event, context);
export const page = steward.pageHandler;
export const resident = steward.residentHandler;
export const advance = steward.advanceHandler;
export const sleep = steward.sleepHandler;
export const dispatch = (event: DynamoDBStreamEvent) => steward.dispatchHandler(event);
/** The standing schedule, and every one-time one. */
export const sweep = (event: unknown) => steward.scheduleHandler(event);
export const bounce = createBounceHandler(steward.recordBounce, effectFromTag);

export const copyAudit = createCopyAuditHandler({
  copies: s3AuditCopies(new S3Client(), settings.audit.bucket),
  read: auditStreamLink,
  logger,
  metrics,
});

/** Keys are `incoming/<company>/<photo>`. */
export const keepPhoto = async (event: S3Event) => {
  for (const record of event.Records) {
    const [, company = '', photo = ''] = decodeURIComponent(record.s3.object.key.replaceAll('+', ' ')).split('/');
    await steward.keepUploadedPhoto(company, photo);
  }
};

/** Invoked after each deployment: publishes what a company starts with where there is none. */
export const bootstrap = async () => {
  const { companyName, adminEmail } = readBootstrapSettings(process.env);
  const documents = defaultDocuments(firstOrganisation(companyName, adminEmail));
  const published = await steward.bootstrap(settings.company, documents, 'First publication');
  logger.info('First publication', { published });
  return { published };
};
