import { type App, CfnRule, Fn, type Stack, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import type { StewardAssets } from './assets.ts';
import type { StewardSettings } from './settings.ts';
import { BackendStack } from './stacks/backend-stack.ts';
import { DataStack } from './stacks/data-stack.ts';
import { PanelStack } from './stacks/panel-stack.ts';

/** Behaviour of aws-cdk-lib this app is written for; part of the code, not of anybody's context. */
export const featureFlags: Readonly<Record<string, boolean | string>> = {
  '@aws-cdk/aws-iam:minimizePolicies': true,
  '@aws-cdk/aws-lambda:recognizeLayerVersion': true,
  '@aws-cdk/aws-lambda:recognizeVersionProps': true,
  '@aws-cdk/aws-s3:publicAccessBlockedByDefault': true,
  '@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy': true,
  '@aws-cdk/aws-stepfunctions-tasks:fixRunEcsTaskPolicy': true,
  '@aws-cdk/aws-cloudfront:defaultSecurityPolicyTLSv1.2_2021': true,
  '@aws-cdk/core:checkSecretUsage': true,
  '@aws-cdk/core:enablePartitionLiterals': true,
  // A stack whose values another one uses cannot take them away.
  '@aws-cdk/core:defaultCrossStackReferences': 'strong',
  '@aws-cdk/core:validateAgainstDefaultRules': true,
};

export interface Steward {
  readonly data: DataStack;
  readonly backend: BackendStack;
  /** Undefined without CloudFront: the backend then serves the panel. */
  readonly panel: PanelStack | undefined;
}

/** All stacks of one deployment, checked by both rule packs when the app is synthesised. */
export const addSteward = (app: App, settings: StewardSettings, assets: StewardAssets): Steward => {
  const { name, region, account } = settings;
  const common = { settings, env: { region, account } };
  const data = new DataStack(app, 'Data', { ...common, stackName: `${name}-data` });
  const backend = new BackendStack(app, 'Backend', { ...common, stackName: `${name}-backend`, data, assets });
  const panel = settings.cloudFront
    ? new PanelStack(app, 'Panel', {
        ...common,
        stackName: `${name}-panel`,
        data,
        apiHost: backend.http.host,
        folder: assets.panel,
      })
    : undefined;
  Tags.of(app).add('application', name);
  if (settings.example) for (const stack of [data, backend, panel]) if (stack) refuse(stack);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  return { data, backend, panel };
};

/** The example settings synthesise; CloudFormation refuses to deploy them, before it makes anything. */
const refuse = (stack: Stack): void => {
  new CfnRule(stack, 'ExampleSettings', {
    assertions: [
      {
        assert: Fn.conditionEquals('example', 'yours'),
        assertDescription:
          'These are the example settings of cdk.json. Give your own: publicUrl, company, adminEmail and mailSender (see "Deploy" in the README).',
      },
    ],
  });
};
