import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { readDeploymentSettings } from '#aws/settings';
import { addSteward, featureFlags, type Steward } from '#aws/steward';

export const ordinary = {
  company: 'acme',
  companyName: 'Acme 物业',
  publicUrl: 'https://steward.acme.test',
  adminEmail: 'wang@acme.test',
  mailSender: 'steward@acme.test',
};
export const china = {
  ...ordinary,
  region: 'cn-north-1',
  smtpHost: 'smtp.acme.test',
  smtpSecretArn: 'arn:aws-cn:secretsmanager:cn-north-1:123456789012:secret:smtp-AbCdEf',
  issuer: 'https://id.acme.test',
  audience: 'steward-panel',
};

interface Statement {
  Effect: string;
  Action: string | string[];
  Resource: unknown;
}
export interface Synthesised {
  readonly data: Template;
  readonly backend: Template;
  readonly panel: Template | undefined;
  /** All templates as one text. */
  readonly text: string;
  /** Bytes of each template. */
  readonly sizes: readonly number[];
  /** Every allowing statement of every policy of every role, with the logical id of the policy. */
  readonly allowed: readonly {
    readonly policy: string;
    readonly actions: readonly string[];
    readonly resources: string;
  }[];
}

/** Synthesises with stub code in place of the bundles. `change` sees the stacks before. */
export const synthesise = (
  context: Record<string, unknown>,
  change: (steward: Steward) => void = () => {},
): Synthesised => {
  const folder = mkdtempSync(join(tmpdir(), 'steward-synth-'));
  try {
    mkdirSync(join(folder, 'panel/assets'), { recursive: true });
    writeFileSync(join(folder, 'panel/index.html'), '<!doctype html>');
    writeFileSync(join(folder, 'panel/assets/app-1.js'), '');
    mkdirSync(join(folder, 'code'));
    writeFileSync(join(folder, 'code/index.mjs'), 'export const api = () => {};');
    const app = new App({
      outdir: join(folder, 'out'),
      postCliContext: { ...featureFlags },
      stackTraces: false,
      treeMetadata: false,
      // cloudformation-validate takes six seconds to start; `npm run synth` runs it.
      builtinCloudFormationValidation: false,
    });
    const settings = readDeploymentSettings((key) => context[key], {});
    const code = Code.fromAsset(join(folder, 'code'));
    const panelFunction = Code.fromAsset(join(folder, 'code'));
    const steward = addSteward(app, settings, { functions: code, panelFunction, panel: join(folder, 'panel') });
    change(steward);
    const assembly = app.synth();
    const of = (stack: { artifactId: string } | undefined): Template | undefined =>
      stack && Template.fromJSON(assembly.getStackArtifact(stack.artifactId).template);
    const [data, backend] = [of(steward.data), of(steward.backend)];
    if (!data || !backend) throw new Error('A stack is missing.');
    const templates = assembly.stacks.map(({ template }) => template);
    const texts = templates.map((template) => JSON.stringify(template));
    return {
      data,
      backend,
      panel: of(steward.panel),
      text: texts.join('\n'),
      sizes: texts.map((text) => Buffer.byteLength(text)),
      allowed: templates.flatMap(statementsOf),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const list = <T>(one: T | T[]): T[] => (Array.isArray(one) ? one : [one]);

interface Resource {
  Type: string;
  Properties?: {
    PolicyDocument?: { Statement: Statement[] };
    Policies?: { PolicyDocument: { Statement: Statement[] } }[];
  };
}
const statementsOf = (template: { Resources: Record<string, Resource> }): Synthesised['allowed'][number][] =>
  Object.entries(template.Resources).flatMap(([policy, { Type, Properties }]) => {
    if (Type !== 'AWS::IAM::Policy' && Type !== 'AWS::IAM::Role') return [];
    const documents = [Properties?.PolicyDocument, ...(Properties?.Policies ?? []).map((one) => one.PolicyDocument)];
    return documents
      .flatMap((document) => document?.Statement ?? [])
      .filter(({ Effect }) => Effect === 'Allow')
      .map(({ Action, Resource }) => ({ policy, actions: list(Action), resources: JSON.stringify(Resource) }));
  });
