import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';
import { z } from 'zod';
import { readJson, writeJson } from '../private-file.ts';

const Row = z.object({ payload: z.record(z.string(), z.unknown()), until: z.number() });
const Rows = z.record(z.string(), Row);
type Row = z.infer<typeof Row>;

export interface RecordsOptions {
  file: string;
  /** The world's time, epoch ms. @default Date.now */
  real?: () => number;
}

/** What the issuer remembers (sessions, grants, refresh tokens), in one small file: it survives a restart. */
export const loadRecords = async ({ file, real = Date.now }: RecordsOptions): Promise<AdapterFactory> => {
  const rows = new Map<string, Row>(Object.entries(Rows.catch({}).parse((await readJson(file)) ?? {})));
  let writing = Promise.resolve();
  let waiting = false;

  /** Changes while a write is under way go together into the next one. */
  const save = (): Promise<void> => {
    if (!waiting) {
      waiting = true;
      writing = writing.then(async () => {
        waiting = false;
        for (const [key, { until }] of rows) if (until <= real()) rows.delete(key);
        await writeJson(file, Object.fromEntries(rows));
      });
    }
    return writing;
  };

  return (model) => {
    const key = (id: string) => `${model}:${id}`;
    const find = (id: string): AdapterPayload | undefined => {
      const row = rows.get(key(id));
      return row && row.until > real() ? (row.payload as AdapterPayload) : undefined;
    };
    const findBy = (field: 'uid' | 'userCode', value: string): AdapterPayload | undefined => {
      for (const [id, { payload }] of rows) {
        if (id.startsWith(`${model}:`) && payload[field] === value) return find(id.slice(model.length + 1));
      }
      return undefined;
    };
    return {
      async upsert(id, payload, expiresIn) {
        rows.set(key(id), {
          payload: { ...payload },
          until: expiresIn ? real() + expiresIn * 1000 : Number.MAX_SAFE_INTEGER,
        });
        await save();
      },
      find: async (id) => find(id),
      findByUid: async (uid) => findBy('uid', uid),
      findByUserCode: async (userCode) => findBy('userCode', userCode),
      async consume(id) {
        const row = rows.get(key(id));
        if (row) row.payload = { ...row.payload, consumed: Math.floor(real() / 1000) };
        await save();
      },
      async destroy(id) {
        rows.delete(key(id));
        await save();
      },
      async revokeByGrantId(grantId) {
        for (const [id, { payload }] of rows) if (payload.grantId === grantId) rows.delete(id);
        await save();
      },
    } satisfies Adapter;
  };
};
