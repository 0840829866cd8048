import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

interface Chunk {
  file: string;
  isEntry?: boolean;
  imports?: string[];
}
export type Manifest = Record<string, Chunk>;

/** Script files an entry and the given lazy routes load before anything is drawn: themselves and all they import statically. */
export function initialFiles(manifest: Manifest, routes: readonly string[] = []): string[] {
  const files = new Set<string>();
  const visit = (key: string) => {
    const chunk = manifest[key];
    if (chunk === undefined || files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const imported of chunk.imports ?? []) visit(imported);
  };
  for (const [key, chunk] of Object.entries(manifest)) if (chunk.isEntry) visit(key);
  for (const route of routes) visit(route);
  return [...files].filter((file) => file.endsWith('.js'));
}

/** What a first visit to "My work" loads beside the entry: the page itself and the words of one language. */
export const firstPage = ['src/features/work/work-page.tsx', 'src/i18n/zh-CN.json'] as const;

/** Gzipped bytes of the initial script of a built panel (dist/admin): entry alone, and with the first page. Throws when it is not built. */
export function bundleSize(dist: string): { entry: number; firstPage: number } {
  const manifest: Manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
  const sum = (files: string[]) =>
    files.reduce((bytes, file) => bytes + gzipSync(readFileSync(join(dist, file))).length, 0);
  return { entry: sum(initialFiles(manifest)), firstPage: sum(initialFiles(manifest, firstPage)) };
}
