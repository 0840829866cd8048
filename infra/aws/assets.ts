import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { bundle } from './bundle.ts';

/** What is deployed besides the templates: made before the stacks, so that no construct runs a build. */
export interface StewardAssets {
  /** One bundle with the handlers of all functions: `index.mjs`. */
  readonly functions: Code;
  /** The panel's own function with the built panel beside it; used where there is no CloudFront. */
  readonly panelFunction: Code;
  /** Folder of the built panel. */
  readonly panel: string;
}

/**
 * Bundles functions and, without CloudFront, the panel's function below dist/.
 * @param root the project's folder
 * @throws Error when the panel has not been built
 */
export const buildAssets = async (root: string, cloudFront: boolean): Promise<StewardAssets> => {
  const panel = join(root, 'dist/admin');
  if (!existsSync(join(panel, 'index.html')))
    throw new Error(`The panel is not built (no ${join('dist/admin', 'index.html')}): run "npm run build" first.`);
  const functions = await bundle({ entries: { index: 'functions/lambda.ts' }, outdir: 'dist/functions', root });
  const panelFunction = await bundle({
    entries: { index: 'infra/aws/panel/lambda.ts' },
    outdir: 'dist/panel-function',
    root,
  });
  const files = join(panelFunction.folder, 'files');
  if (!cloudFront) cpSync(panel, files, { recursive: true, filter: (path) => !path.includes('.vite') });
  return { functions: Code.fromAsset(functions.folder), panelFunction: Code.fromAsset(panelFunction.folder), panel };
};
