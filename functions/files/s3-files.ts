import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Files, PhotoType } from '#ports';
import { cleanPhoto, dispositionOf, FORM_SECONDS, isSafeName, LARGEST_UPLOAD, VIEW_SECONDS } from './photo.ts';

const PHOTO_TYPES: readonly string[] = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/heic',
  'application/pdf',
] satisfies PhotoType[];

/**
 * Photos in one private bucket: browsers post to `incoming/<company>/<photo>` (let a lifecycle rule empty it after a day);
 * only what `keep` has checked and cleaned is under `kept/`, with the type it really has.
 */
export function s3Files(client: S3Client, bucket: string): Files {
  const keys = (company: string, photo: string) =>
    isSafeName(company) && isSafeName(photo)
      ? { incoming: `incoming/${company}/${photo}`, kept: `kept/${company}/${photo}` }
      : null;

  async function keptHead(key: string): Promise<{ type: PhotoType; bytes: number } | null> {
    try {
      const head = await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
      return isPhotoType(head.ContentType) ? { type: head.ContentType, bytes: head.ContentLength ?? 0 } : null;
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  /** null: nothing there. Reads no more than an upload may have. */
  async function incomingBytes(key: string): Promise<Uint8Array | null> {
    try {
      const { Body, ContentLength } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      if (Body === undefined || (ContentLength ?? 0) > LARGEST_UPLOAD) return new Uint8Array(0);
      return await Body.transformToByteArray();
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  return {
    async uploadForm(company, photo, returnTo) {
      const names = keys(company, photo);
      if (names === null) throw new Error('A photo id has letters, digits, "-" and "_" only.');
      const { url, fields } = await createPresignedPost(client, {
        Bucket: bucket,
        Key: names.incoming,
        Conditions: [['content-length-range', 1, LARGEST_UPLOAD]],
        // S3 answers 303 to this address
        Fields: returnTo === null ? { success_action_status: '204' } : { success_action_redirect: returnTo },
        Expires: FORM_SECONDS,
      });
      return { url, fields, photo };
    },

    async keep(company, photo) {
      const names = keys(company, photo);
      if (names === null) return null;
      const already = await keptHead(names.kept);
      if (already !== null) return already;
      const uploaded = await incomingBytes(names.incoming);
      if (uploaded === null) return null;
      const clean = cleanPhoto(uploaded);
      if (clean !== null) {
        await client.send(
          new PutObjectCommand({
            Bucket: bucket,
            Key: names.kept,
            Body: clean.bytes,
            ContentType: clean.type,
            ContentDisposition: dispositionOf(photo, clean.type),
            CacheControl: 'private, max-age=300',
          }),
        );
      }
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: names.incoming }));
      return clean === null ? null : { type: clean.type, bytes: clean.bytes.length };
    },

    async viewUrl(company, photo) {
      const names = keys(company, photo);
      const head = names === null ? null : await keptHead(names.kept);
      if (names === null || head === null) return null;
      const command = new GetObjectCommand({
        Bucket: bucket,
        Key: names.kept,
        ResponseContentType: head.type,
        ResponseContentDisposition: dispositionOf(photo, head.type),
      });
      return getSignedUrl(client, command, { expiresIn: VIEW_SECONDS });
    },
  };
}

const isPhotoType = (type: string | undefined): type is PhotoType => type !== undefined && PHOTO_TYPES.includes(type);

function isMissing(error: unknown): boolean {
  return (
    error instanceof NoSuchKey || error instanceof NotFound || (error instanceof Error && error.name === 'NotFound')
  );
}
