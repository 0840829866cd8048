import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';

export interface BundleOptions {
  /** Source file of each output file, by its name without extension: `{ index: 'functions/lambda.ts' }`. */
  readonly entries: Readonly<Record<string, string>>;
  /** Folder to write; emptied first. */
  readonly outdir: string;
  /** Folder the entries are relative to. @default the working directory */
  readonly root?: string;
  /** @default true */
  readonly minify?: boolean;
}
export interface Bundle {
  readonly folder: string;
  /** Bytes of each output file, source maps left out. */
  readonly bytes: Readonly<Record<string, number>>;
}

/** zod's `z` holds its messages in fifty languages, 250 KB that nobody reads: ours are our own. English stays, its default. */
const oneLocale: Plugin = {
  name: 'one-locale',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, ({ path }) => ({
      contents: "export { default as en } from './en.js';",
      resolveDir: dirname(path),
    })),
};

/**
 * One esbuild call for all entries: ES modules for Node 24, SDK included (the runtime's own is older and slower to load).
 * Class names are shortened: errors carry their `name` by hand.
 * The banner gives CommonJS packages inside the bundle a `require`. Same input, same bytes: the asset hash is stable.
 */
export const bundle = async ({
  entries,
  outdir,
  root = process.cwd(),
  minify = true,
}: BundleOptions): Promise<Bundle> => {
  const folder = resolve(root, outdir);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const result = await build({
    absWorkingDir: root,
    entryPoints: { ...entries },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    loader: { '.liquid': 'text' },
    banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
    minify,
    plugins: [oneLocale],
    metafile: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}\n');
  const bytes = Object.fromEntries(
    Object.entries(result.metafile.outputs).map(([path, output]) => [path.split('/').pop() ?? path, output.bytes]),
  );
  return { folder, bytes };
};
