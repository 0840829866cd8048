import type { TableDefinition } from './table.ts';

/**
 * The log of changes has a table of its own: roles may add to it and read it, and nothing else. One partition a chain, and
 * all of a company by time.
 */
export const auditTableDefinition = {
  partition: 'pk',
  sort: 'sk',
  ttl: null,
  stream: 'NEW_AND_OLD_IMAGES',
  indexes: [
    {
      name: 'byTime',
      partition: 'timePk',
      sort: 'timeSk',
      project: [
        ...['company', 'kind', 'id', 'seq', 'what', 'at', 'by', 'from', 'note', 'version', 'sites', 'subject'],
        ...['moved', 'before', 'after', 'prev', 'hash'],
      ],
    },
  ],
} as const satisfies TableDefinition;
