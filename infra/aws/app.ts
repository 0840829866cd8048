import { fileURLToPath } from 'node:url';
import { App } from 'aws-cdk-lib';
import { buildAssets } from './assets.ts';
import { DeploymentSettingsInvalid, readDeploymentSettings } from './settings.ts';
import { addSteward, featureFlags } from './steward.ts';

/** Composition root of the CDK app: settings, bundles, stacks. */
const app = new App({ postCliContext: { ...featureFlags } });
try {
  // The CLI names the region of the profile; it matters only where services are missing.
  const current = process.env.CDK_DEFAULT_REGION;
  const region = current?.startsWith('cn-') ? current : undefined;
  const settings = readDeploymentSettings(
    (key) => app.node.tryGetContext(key) ?? (key === 'region' ? region : undefined),
    process.env,
  );
  const root = fileURLToPath(new URL('../..', import.meta.url));
  addSteward(app, settings, await buildAssets(root, settings.cloudFront));
  app.synth();
} catch (error) {
  if (!(error instanceof DeploymentSettingsInvalid)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
