import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { chainFolder, chainOf, copyName } from '#domain/audit/copy-name';
import { canonical } from '#domain/canonical';
import type { AuditCopies } from '#ports';

/** Links of the log as files that are written once and cannot be written to: what a locked bucket is in AWS. */
export function folderAuditCopies(folder: string): AuditCopies {
  const inside = async (path: string): Promise<string[]> => {
    try {
      return (await readdir(join(folder, path), { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
        .sort();
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
  };
  return {
    async put(link) {
      const [file, text] = [join(folder, copyName(link)), canonical(link)];
      await mkdir(dirname(file), { recursive: true });
      try {
        await writeFile(file, text, { flag: 'wx', mode: 0o444 });
        return 'kept';
      } catch (error) {
        if (!isThere(error)) throw error;
        return (await readFile(file, 'utf8')) === text ? 'kept' : 'differs';
      }
    },
    async chains(company) {
      const found = (await inside(company)).flatMap((name) => chainOf(name) ?? []);
      return [...new Map(found.map((chain) => [`${chain.kind}/${chain.id}`, chain])).values()];
    },
    async links(company, chain) {
      const names = await inside(chainFolder(company, chain));
      return Promise.all(names.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8'))));
    },
  };
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : null);
const isThere = (error: unknown) => codeOf(error) === 'EEXIST';
const isMissing = (error: unknown) => codeOf(error) === 'ENOENT';
