import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { z } from 'zod';
import { MINUTE } from '#domain/time';
import { createClient } from '#store/client';
import { sha256 } from '#store/record';
import { createStore } from '#store/store';
import { createVerifyAudit, type Finding, type Lag } from '#usecases/verify-audit';
import { s3AuditCopies } from '../../functions/aws/s3-audit-copies.ts';
import { defaultTableNames } from './database/create-table.ts';
import { localCredentials, localRegion, startEngine } from './database/engine.ts';
import { runningEndpoint } from './database/engine-record.ts';
import { demoCompany } from './demo/estate.ts';
import { readEnvironment } from './environment.ts';
import { folderAuditCopies } from './folder-audit-copies.ts';

const words: Record<Finding['why'], string> = {
  missing: 'is missing',
  changed: 'was changed: its hash is not that of what it says',
  unlinked: 'does not go on from the link before',
  foreign: 'belongs to another chain',
  notInTable: 'is in the copy and not in the table',
  notInCopy: 'is in the table and not in the copy',
  differsFromCopy: 'is not what was copied',
  unaudited: 'is missing: a version was published that it should tell of',
  versionMissing: 'tells of a version that is gone',
  versionDiffers: 'tells of a version that is not what was published',
};

const Deployed = z.object({
  TABLE_NAME: z.string(),
  AUDIT_TABLE_NAME: z.string(),
  AUDIT_BUCKET: z.string(),
  COMPANY: z.string(),
});

/** The stream copies a link within seconds, and tries again for a while when it could not. */
const copiedWithin = 15 * MINUTE;

/** The deployed log when its names are given, else that of DATA_DIR, whether the product is running or not. */
async function open() {
  const { env } = process;
  if (env.AUDIT_TABLE_NAME !== undefined) {
    const names = Deployed.parse(env);
    const client = createClient({ region: env.AWS_REGION ?? '' });
    const copies = s3AuditCopies(new S3Client(), names.AUDIT_BUCKET);
    const store = createStore({ client, tableName: names.TABLE_NAME, auditTableName: names.AUDIT_TABLE_NAME });
    const lag: Lag = { now: Date.now(), ms: copiedWithin };
    return { company: names.COMPANY, store, copies, lag, close: async () => client.destroy() };
  }
  const { dataDir, endpoint } = readEnvironment(env);
  const running = endpoint ?? runningEndpoint(dataDir);
  const engine = running === null ? await startEngine({ dataDir }) : null;
  const client = createClient({
    endpoint: running ?? engine?.endpoint ?? '',
    region: localRegion,
    credentials: localCredentials,
  });
  const close = async () => {
    client.destroy();
    await engine?.stop();
  };
  const store = createStore({ client, tableName: defaultTableNames.main });
  return { company: demoCompany, store, copies: folderAuditCopies(join(dataDir, 'audit')), lag: null, close };
}

/** `npm run verify`: every chain of the log of changes, link by link; exit code 1 and the first broken link of each. */
const { stdout, stderr } = process;
try {
  const { company, store, copies, lag, close } = await open();
  try {
    const verify = createVerifyAudit({ ...store, copies, digest: sha256 }, lag);
    const { chains, links, waiting, findings } = await verify(company);
    for (const { kind, id, seq, why } of findings) stderr.write(`${kind}/${id}: link ${seq} ${words[why]}\n`);
    stdout.write(
      `${links} changes in ${chains} chains of ${company}: ${findings.length === 0 ? 'all as written' : `${findings.length} broken`}\n`,
    );
    if (waiting > 0) stdout.write(`${waiting} of them are so new that their copies may still be on their way.\n`);
    process.exitCode = findings.length === 0 ? 0 : 1;
  } finally {
    await close();
  }
} catch (error) {
  stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 2;
}
