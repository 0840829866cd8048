import { resolve } from 'node:path';
import { z } from 'zod';

/** The highest port that leaves room for the inbox's SMTP at PORT+25. */
const HIGHEST_PORT = 65_510;

const empty = (value: unknown) => (value === '' ? undefined : value);
const Environment = z.object({
  PORT: z.preprocess(
    empty,
    z.coerce
      .number('must be a number')
      .int('must be a whole number')
      .min(1, `must be 1 to ${HIGHEST_PORT}`)
      .max(HIGHEST_PORT, `must be 1 to ${HIGHEST_PORT}`)
      .default(4000),
  ),
  DEMO_DAYS: z.preprocess(
    empty,
    z.coerce.number('must be a number').int('must be a whole number').min(0).max(180, 'must be 0 to 180').default(60),
  ),
  DATA_DIR: z.preprocess(empty, z.string().default('.data')),
  DYNAMODB_ENDPOINT: z.preprocess(empty, z.url({ protocol: /^https?$/, error: 'must be an http address' }).optional()),
});

/** Where one machine's system listens and keeps its data. */
export interface LocalSettings {
  /** Panel, API and action pages. */
  port: number;
  /** The inbox's web page and REST: PORT + 1. */
  inboxPort: number;
  /** The inbox's SMTP: PORT + 25. */
  smtpPort: number;
  /** Absolute. */
  dataDir: string;
  /** Days that the demo estate has behind it at a first start; 0 = nothing has happened yet. */
  demoDays: number;
  /** A DynamoDB somebody else runs; undefined = the embedded one. */
  endpoint: string | undefined;
  /** The one address that people, links and sign-in use. */
  origin: string;
}

export class EnvironmentInvalid extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('; '));
    this.name = 'EnvironmentInvalid';
  }
}

/** @throws EnvironmentInvalid naming everything that is wrong, not only the first. */
export const readEnvironment = (env: Readonly<Record<string, string | undefined>>): LocalSettings => {
  const parsed = Environment.safeParse(env);
  if (!parsed.success) {
    throw new EnvironmentInvalid(
      parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message} (got "${env[path.join('.')]}")`),
    );
  }
  const { PORT: port, DATA_DIR, DEMO_DAYS: demoDays, DYNAMODB_ENDPOINT } = parsed.data;
  return {
    port,
    inboxPort: port + 1,
    smtpPort: port + 25,
    dataDir: resolve(DATA_DIR),
    demoDays,
    endpoint: DYNAMODB_ENDPOINT,
    origin: `http://127.0.0.1:${port}`,
  };
};
