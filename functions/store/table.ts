/** One sparse index: a row without both key attributes is not in it. Every index projects only what its lists show. */
interface IndexDefinition {
  readonly name: string;
  readonly partition: string;
  readonly sort: string;
  /** Attributes copied besides the keys. */
  readonly project: readonly string[];
}
export interface TableDefinition {
  readonly partition: string;
  readonly sort: string;
  readonly ttl: string | null;
  readonly stream: 'NEW_AND_OLD_IMAGES' | null;
  readonly indexes: readonly IndexDefinition[];
}

/**
 * The single table as data: the local engines create it from here and the CDK stack asserts it. All keys are strings.
 * `bySite`, `open`, `promise`, `reopened`, `mails`, `byHousehold` and `sameCause` are partitioned by company and site (or
 * finer): one site files a few complaints a minute, far from a partition's 1,000 writes/s, so they are not sharded. `open`
 * holds the ended items as well, in a partition of their own: the archive. `bySite` and `sameCause` list assets by place
 * and by kind, in partitions of their own. `wake` and `outbox` are read
 * across all companies by the sweeper and take every write of the system: they have `shards` partitions.
 */
export const tableDefinition = {
  partition: 'pk',
  sort: 'sk',
  ttl: 'ttl',
  stream: 'NEW_AND_OLD_IMAGES',
  indexes: [
    { name: 'bySite', partition: 'sitePk', sort: 'siteSk', project: ['summary'] },
    { name: 'open', partition: 'openPk', sort: 'openSk', project: ['summary'] },
    { name: 'promise', partition: 'promisePk', sort: 'promiseSk', project: ['summary'] },
    { name: 'reopened', partition: 'reopenedPk', sort: 'reopenedSk', project: ['summary'] },
    { name: 'byHousehold', partition: 'householdPk', sort: 'householdSk', project: ['summary'] },
    { name: 'sameCause', partition: 'causePk', sort: 'causeSk', project: ['summary'] },
    { name: 'wake', partition: 'wakePk', sort: 'wakeSk', project: ['company', 'id', 'kind'] },
    {
      name: 'outbox',
      partition: 'outboxPk',
      sort: 'outboxSk',
      project: ['company', 'item', 'kind', 'effect', 'state', 'attempts', 'notBefore', 'at', 'error'],
    },
    {
      name: 'mails',
      partition: 'mailPk',
      sort: 'mailSk',
      project: [
        ...['company', 'item', 'kind', 'effect', 'state', 'attempts', 'notBefore', 'at', 'error', 'retries'],
        ...['number', 'finishedAt', 'providerId'],
      ],
    },
  ],
} as const satisfies TableDefinition;

export type IndexName = (typeof tableDefinition.indexes)[number]['name'];

/** Partitions of the `wake` and `outbox` indexes; changing it needs a rewrite of the rows in them. */
export const shards = 8;

/** What `dispatch` wants of the table's stream: new pending effects. Usable as a Lambda event filter pattern. */
export const outboxEventPattern = {
  eventName: ['INSERT'],
  dynamodb: { NewImage: { type: { S: ['outbox'] } } },
} as const;
/** And those that somebody asks to be tried again. */
export const retryEventPattern = {
  eventName: ['MODIFY'],
  dynamodb: {
    OldImage: { type: { S: ['outbox'] }, state: { S: ['failed'] } },
    NewImage: { state: { S: ['pending'] } },
  },
} as const;
/**
 * And planned publications, new and settled: their alarm is set or taken away; plans of maintenance, whose alarm follows
 * what they wait for; assets, whose meter may have been read. A stream has five patterns at most: others that want whole rows join here.
 */
export const rowEventPattern = {
  eventName: ['INSERT', 'MODIFY'],
  dynamodb: { NewImage: { type: { S: ['planned', 'plan', 'asset'] } } },
} as const;
/** And documents that others hang on, published anew. */
export const publishedEventPattern = {
  eventName: ['INSERT', 'MODIFY'],
  dynamodb: { NewImage: { type: { S: ['pointer'] }, kind: { S: ['calendar', 'organisation', 'plans'] } } },
} as const;
/** And work orders and visits, for the figures they count in. A function has five patterns at most. */
export const orderEventPattern = {
  eventName: ['INSERT', 'MODIFY'],
  dynamodb: { NewImage: { type: { S: ['item'] }, kind: { S: ['workOrder', 'visit'] } } },
} as const;

/** Done outbox rows and business keys go after this many seconds. Nothing relies on their going. */
export const keepSeconds = 30 * 24 * 3600;
