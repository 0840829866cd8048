import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { readDeploymentSettings } from '#aws/settings';
import { addSteward, featureFlags } from '#aws/steward';

const cn = process.argv[2] === 'cn';
const dir = mkdtempSync('/tmp/stub-');
writeFileSync(dir + '/index.mjs', 'export const api=()=>{}');
const pdir = mkdtempSync('/tmp/stubp-');
writeFileSync(pdir + '/index.html', '<p>');
mkdirSync(pdir + '/assets');
writeFileSync(pdir + '/assets/a.js', '1');
const s0 = Date.now();
const app = new App({ postCliContext: featureFlags as any, outdir: '/tmp/cdkt-' + (cn ? 'cn' : 'x') });
const ctx: any = {
  company: 'c',
  publicUrl: 'https://s.acme.test',
  adminEmail: 'a@acme.test',
  mailSender: 's@acme.test',
  ...(cn
    ? {
        region: 'cn-north-1',
        smtpHost: 'smtp.acme.test',
        smtpSecretArn: 'arn:aws-cn:secretsmanager:cn-north-1:123456789012:secret:smtp-AbCdEf',
        issuer: 'https://id.acme.test',
        audience: 'panel',
      }
    : {}),
};
addSteward(
  app,
  readDeploymentSettings((k) => ctx[k], {}),
  { functions: Code.fromAsset(dir), panelFunction: Code.fromAsset(dir), panel: pdir },
);
try {
  const a = app.synth();
  console.log(
    'ok',
    a.stacks.map(
      (s) => s.stackName + ' ' + JSON.stringify(s.template).length + ' ' + Object.keys(s.template.Resources).length,
    ),
  );
} catch (e) {
  console.log(String((e as any).message).slice(0, 400));
}
console.log(Date.now() - s0, 'ms');
