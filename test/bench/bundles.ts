import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundle } from '#aws/bundle';
import { bundleSize } from '../../admin/bundle-size.ts';
import { type Figure, kilobytes, type Measure, percentile, whole } from './measure.ts';

const panel = 'dist/admin';
const imports = 5;

/** Values of the right shape: nothing is called. */
const environment = {
  TABLE_NAME: 'steward',
  AUDIT_TABLE_NAME: 'steward-audit',
  AUDIT_BUCKET: 'copies',
  COMPANY: 'demo',
  PUBLIC_URL: 'https://steward.example',
  MACHINE_COMPLAINT: 'arn:aws:states:eu-west-1:1:stateMachine:complaint',
  MACHINE_WORK_ORDER: 'arn:aws:states:eu-west-1:1:stateMachine:work-order',
  MACHINE_VISIT: 'arn:aws:states:eu-west-1:1:stateMachine:visit',
  FILES_BUCKET: 'files',
  FILES_ORIGIN: 'https://files.example',
  LINKS_SECRET_ARN: 'arn:aws:secretsmanager:eu-west-1:1:secret:links',
  ISSUER: 'https://issuer.example',
  AUDIENCE: 'panel',
  SCHEDULER_GROUP: 'steward',
  SCHEDULER_ROLE_ARN: 'arn:aws:iam::1:role/scheduler',
  SCHEDULER_TARGET_ARN: 'arn:aws:lambda:eu-west-1:1:function:sweep',
  SCHEDULER_DEAD_LETTERS_ARN: 'arn:aws:sqs:eu-west-1:1:dead-letters',
  MAIL_SENDER: 'steward@steward.example',
  MAIL: 'ses',
  SES_CONFIGURATION_SET: 'steward',
  AWS_REGION: 'eu-west-1',
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
};

/** Milliseconds a fresh process takes to import the file. */
const importTime = (file: string): number => {
  const script = `const t = performance.now(); await import(${JSON.stringify(file)}); process.stdout.write(String(performance.now() - t)); process.exit(0);`;
  const env = { ...process.env, ...environment };
  return Number(execFileSync(process.execPath, ['--input-type=module', '-e', script], { env, encoding: 'utf8' }));
};

async function lambda(): Promise<Figure[]> {
  const outdir = mkdtempSync(join(tmpdir(), 'steward-bundle-'));
  try {
    const { folder, bytes } = await bundle({ entries: { index: 'functions/lambda.ts' }, outdir });
    const file = join(folder, 'index.mjs');
    const packed = gzipSync(readFileSync(file)).length;
    const times = Array.from({ length: imports }, () => importTime(file));
    const size = Object.values(bytes).reduce((sum, each) => sum + each, 0);
    return [
      {
        what: 'Lambda bundle',
        value: `${kilobytes(size)} (${kilobytes(packed)} gzip)`,
        how: 'all functions in one file, SDK included',
      },
      {
        what: 'Lambda bundle: import',
        value: `${whole(percentile(times, 0.5))} ms`,
        how: `fresh Node ${process.version} process; p50 of ${imports}`,
      },
    ];
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

export const bundles: Measure = async (say) => {
  say('bundles');
  const figures = await lambda();
  if (!existsSync(join(panel, '.vite/manifest.json'))) {
    say('panel left out: not built (npm run build)');
    return figures;
  }
  const { entry, firstPage } = bundleSize(panel);
  return [
    ...figures,
    { what: 'Panel: initial script', value: `${kilobytes(entry)} gzip`, how: 'entry and all it imports statically' },
    {
      what: 'Panel: with the first page',
      value: `${kilobytes(firstPage)} gzip`,
      how: '"My work" in Chinese beside it',
    },
  ];
};
