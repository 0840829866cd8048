import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const source = new Set(['.ts', '.tsx', '.mjs']);
const skipped = new Set(['node_modules', 'dist', 'cdk.out', 'coverage']);

const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return skipped.has(entry.name) || entry.name.startsWith('.') ? [] : filesIn(path);
    return source.has(extname(entry.name)) ? [path] : [];
  });
const files = ['functions', 'infra', 'admin', 'test'].flatMap(filesIn);
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** Where an import leads: a path from the root ("functions/domain/limit.ts"), or a package's name. */
const aliases: Record<string, string> = {
  '#domain/': 'functions/domain/',
  '#usecases/': 'functions/usecases/',
  '#handlers/': 'functions/handlers/',
  '#http/': 'functions/http/',
  '#store/': 'functions/store/',
  '#mail/': 'functions/mail/',
  '#files/': 'functions/files/',
  '#csv/': 'functions/csv/',
  '#workflows/': 'functions/workflows/',
  '#local/': 'infra/local/',
  '#aws/': 'infra/aws/',
  '#test/': 'test/',
};
function targetOf(from: string, specifier: string): string {
  if (specifier === '#ports') return 'functions/ports.ts';
  if (specifier.startsWith('.')) return relative(root, resolve(root, dirname(from), specifier));
  const alias = Object.keys(aliases).find((known) => specifier.startsWith(known));
  return alias ? `${aliases[alias]}${specifier.slice(alias.length)}` : specifier;
}
const importsOf = (path: string) =>
  [...read(path).matchAll(/^\s*(import|export)\s+(type\s)?[^'";]*?(?:from\s+)?'([^']+)'|import\(\s*'([^']+)'/gm)].map(
    ([, , typeOnly, from, dynamic]) => ({
      typeOnly: typeOnly !== undefined,
      to: targetOf(path, from ?? dynamic ?? ''),
    }),
  );

const ours = /^(functions|infra|admin|test)\//;
/** Folder -> what its files may import of ours; type-only imports of `types` too. */
const layers: Record<string, { may: string[]; types?: string[] }> = {
  'functions/domain/': { may: ['functions/domain/'] },
  'functions/ports.ts': { may: ['functions/domain/', 'functions/ports/'] },
  'functions/ports/': { may: ['functions/domain/', 'functions/ports.ts'] },
  'functions/workflows/': { may: ['functions/domain/', 'functions/workflows/'], types: ['functions/usecases/'] },
  // The wire's schemas and the caller are contracts like the ports.
  'functions/usecases/': {
    may: [
      'functions/domain/',
      'functions/ports.ts',
      'functions/csv/',
      'functions/usecases/',
      'functions/http/schemas/',
      'functions/http/caller',
    ],
    types: ['functions/http/pages/'],
  },
  'functions/http/': {
    may: ['functions/domain/', 'functions/ports.ts', 'functions/usecases/', 'functions/http/'],
  },
  'functions/handlers/': {
    may: ['functions/domain/', 'functions/ports.ts', 'functions/usecases/', 'functions/http/', 'functions/handlers/'],
  },
  'functions/store/': { may: ['functions/domain/', 'functions/ports.ts', 'functions/store/'] },
  'functions/mail/': { may: ['functions/domain/', 'functions/ports.ts', 'functions/mail/'] },
  'functions/csv/': { may: ['functions/domain/', 'functions/csv/'] },
  'functions/files/': { may: ['functions/domain/', 'functions/ports.ts', 'functions/files/'] },
  // The simulator shows mails in their words: the one renderer, which is pure (see below).
  // Workflows to begin from are data, loaded with the page that shows them.
  'admin/': {
    may: [
      'functions/domain/',
      'functions/http/schemas/',
      'functions/mail/renderer',
      'functions/workflows/gallery/',
      'admin/',
    ],
  },
};

describe('imports point down only', () => {
  test.each(Object.entries(layers))('%s', (folder, { may, types = [] }) => {
    const wrong = files
      .filter((path) => path.startsWith(folder))
      .flatMap((path) =>
        importsOf(path)
          .filter(({ to }) => ours.test(to))
          .filter(({ to, typeOnly }) => ![...may, ...(typeOnly ? types : [])].some((allowed) => to.startsWith(allowed)))
          .map(({ to }) => `${path} -> ${to}`),
      );
    expect(wrong).toEqual([]);
  });

  test('nothing but tests imports tests, and functions never import infra', () => {
    const wrong = files.flatMap((path) =>
      importsOf(path)
        .filter(
          ({ to }) =>
            (to.startsWith('test/') && !path.startsWith('test/')) ||
            (to.startsWith('infra/') && path.startsWith('functions/')),
        )
        .map(({ to }) => `${path} -> ${to}`),
    );
    expect(wrong).toEqual([]);
  });
});

/** Code without comments and strings, so that words about a thing are not the thing. */
const codeOf = (path: string) =>
  read(path)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[^:])\/\/.*$/gm, '$1');

test('the renderer of mails runs in the browser: nothing but the domain and Liquid behind it', () => {
  const reached = new Set<string>();
  const follow = (path: string): void => {
    if (reached.has(path)) return;
    reached.add(path);
    if (!path.startsWith('functions/mail/')) return;
    for (const [, from = ''] of read(path).matchAll(/^import (?!type )[^'";]*'([^']+)'/gm))
      follow(targetOf(path, from));
  };
  follow('functions/mail/renderer.ts');
  const pure = /^functions\/(domain|mail)\/|^liquidjs$/;
  expect([...reached].filter((path) => !pure.test(path))).toEqual([]);
});

describe('the pure core', () => {
  const forbidden =
    /Date\.now|new Date\(|Math\.random|\bprocess\b|\bsetTimeout\b|\bsetInterval\b|\bfetch\(|['"]node:|\bperformance\b|\bconsole\b/;
  test.each(files.filter((path) => path.startsWith('functions/domain/')))('%s asks nothing of the world', (path) => {
    expect(
      codeOf(path)
        .split('\n')
        .filter((line) => forbidden.test(line)),
    ).toEqual([]);
  });
});

test('the present time is asked of clocks only', () => {
  const asks = /Date\.now\(|new Date\(\)/;
  const wrong = files.filter(
    (path) => path.startsWith('functions/') && !/clock\.ts$|lambda\.ts$/.test(path) && asks.test(codeOf(path)),
  );
  expect(wrong).toEqual([]);
});

test('the environment is read in composition roots only', () => {
  const roots =
    /^functions\/lambda\.ts$|^infra\/aws\/(app|panel\/lambda)\.ts$|^infra\/local\/((main|start|build|test|replay)\.(ts|mjs)|launch\/[a-z-]+\.mjs)$/;
  const wrong = files.filter(
    (path) => !path.startsWith('test/') && !roots.test(path) && /process\.env|import\.meta\.env/.test(codeOf(path)),
  );
  expect(wrong).toEqual([]);
});

describe('files', () => {
  test('have at most 400 lines', () => {
    expect(files.filter((path) => read(path).split('\n').length > 401)).toEqual([]);
  });
  test('have kebab-case names', () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*\.(ts|tsx|mjs)$/;
    expect(files.filter((path) => !kebab.test(basename(path)))).toEqual([]);
  });
  test('are no barrels and no bags of utilities', () => {
    expect(files.filter((path) => /^(index|utils?|helpers?)\.(ts|tsx|mjs)$/.test(basename(path)))).toEqual([]);
  });
  test('hide no problem from the tools', () => {
    const silenced = /@ts-(ignore|nocheck|expect-error)/;
    const loose = /\bas any\b|: any\b|\.(skip|only)\(/;
    const wrong = files.filter(
      (path) => path !== 'test/architecture.test.ts' && (silenced.test(read(path)) || loose.test(codeOf(path))),
    );
    expect(wrong).toEqual([]);
  });
  test('name no address of a registry and no folder of one machine', () => {
    const texts = [...files, 'package.json', 'package-lock.json', '.npmrc'];
    const local = /https?:\/\/registry\.|\/home\/|\/Users\//;
    expect(texts.filter((path) => !path.endsWith('architecture.test.ts') && local.test(read(path)))).toEqual([]);
  });
});

describe('the lockfile', () => {
  const lock = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { resolved?: string; optionalDependencies?: Record<string, string> }>;
  };
  const names = Object.keys(lock.packages);

  test('says which versions, not where from', () => {
    expect(Object.entries(lock.packages).flatMap(([name, { resolved }]) => (resolved ? [name] : []))).toEqual([]);
  });

  /** Packages whose binaries are packages of their own, one a platform. */
  const binaries: [string, (platform: string) => string][] = [
    ['esbuild', (platform) => `@esbuild/${platform}`],
    ['biome', (platform) => `@biomejs/cli-${platform}`],
    ['rolldown', (platform) => `@rolldown/binding-${platform}${platform.startsWith('linux') ? '-gnu' : ''}`],
    ['typescript', (platform) => `@typescript/typescript-${platform}`],
    ['lightningcss', (platform) => `lightningcss-${platform}${platform.startsWith('linux') ? '-gnu' : ''}`],
  ];
  const platforms = ['darwin-arm64', 'darwin-x64', 'linux-arm64', 'linux-x64'];
  test.each(
    binaries.flatMap(([name, packageOf]) =>
      platforms.map((platform) => ({ name, platform, wanted: packageOf(platform) })),
    ),
  )('$name has its binary for $platform', ({ wanted }) => {
    expect(names.filter((name) => name.endsWith(`node_modules/${wanted}`))).not.toEqual([]);
  });
});
