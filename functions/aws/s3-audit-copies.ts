import {
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { chainFolder, chainOf, copyName } from '#domain/audit/copy-name';
import type { AuditLink, ChainName } from '#domain/audit/link';
import { canonical } from '#domain/canonical';
import type { AuditCopies } from '#ports';

/** Links of the log in a bucket whose objects are locked when they are written. */
export function s3AuditCopies(client: S3Client, Bucket: string): AuditCopies {
  const read = async (Key: string): Promise<string> => {
    const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
    return (await Body?.transformToString()) ?? '';
  };
  const names = async (Prefix: string): Promise<string[]> => {
    const found: string[] = [];
    let token: string | undefined;
    do {
      const page = await client.send(new ListObjectsV2Command({ Bucket, Prefix, ContinuationToken: token }));
      found.push(...(page.Contents ?? []).flatMap(({ Key }) => Key ?? []));
      token = page.NextContinuationToken;
    } while (token);
    return found;
  };
  return {
    async put(link) {
      const [Key, Body] = [copyName(link), canonical(link)];
      try {
        const ContentType = 'application/json';
        await client.send(new PutObjectCommand({ Bucket, Key, Body, ContentType, IfNoneMatch: '*' }));
        return 'kept';
      } catch (error) {
        if (!isThere(error)) throw error;
        return (await read(Key)) === Body ? 'kept' : 'differs';
      }
    },
    async chains(company) {
      const found = new Map<string, ChainName>();
      for (const name of await names(`${company}/`)) {
        const chain = chainOf(name);
        if (chain) found.set(`${chain.kind}/${chain.id}`, chain);
      }
      return [...found.values()];
    },
    async links(company, chain) {
      const links: AuditLink[] = [];
      for (const name of await names(chainFolder(company, chain))) links.push(JSON.parse(await read(name)));
      return links;
    },
  };
}

const isThere = (error: unknown): boolean => error instanceof S3ServiceException && error.name === 'PreconditionFailed';
