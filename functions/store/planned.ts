import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { type AuditEntry, bySystem } from '#domain/audit/link';
import { planEntry } from '#domain/audit/publication';
import { PlanGone, PlanInTheWay } from '#domain/errors';
import type { DocumentKind, Planned, PlannedPublication } from '#ports';
import type { Context } from './context.ts';
import * as keys from './keys.ts';
import { pack, unpack } from './packed.ts';
import { page, type Row } from './page.ts';
import type { RecordChange } from './record.ts';
import type { Action } from './transact.ts';

type Named = Pick<PlannedPublication, 'kind' | 'id' | 'plan'>;

const keyOf = (company: string, { kind, id }: Omit<Named, 'plan'>): keys.Key => ({
  pk: keys.plannedPartition(company),
  sk: keys.plannedSort(kind, id),
});

/** From a state that is not final; what is settled is not due any more. */
const settling = ({ table: TableName }: Context, company: string, plan: Named, state: string, from: string[]) => ({
  TableName,
  Key: keyOf(company, plan),
  UpdateExpression: 'SET #state = :state REMOVE wakePk, wakeSk',
  ConditionExpression: `#plan = :plan AND #state IN (${from.map((_, index) => `:from${index}`).join(', ')})`,
  ExpressionAttributeNames: { '#state': 'state', '#plan': 'plan' },
  ExpressionAttributeValues: {
    ':state': state,
    ':plan': plan.plan,
    ...Object.fromEntries(from.map((one, index) => [`:from${index}`, one])),
  },
});

/** Part of the transaction that publishes what was planned. */
export const settlePlan = (context: Context, company: string, plan: Named): Action => ({
  write: { Update: settling(context, company, plan, 'published', ['planned']) },
  refused: (_, cause) => new PlanGone(plan.plan, { cause }),
});

/** One head a document, all of a company in one partition; the frozen body is a row of its own beside the versions. */
export function createPlanned(context: Context, record: RecordChange): Planned {
  const { client, table: TableName } = context;
  const bodyKey = (company: string, kind: DocumentKind, id: string): keys.Key => ({
    pk: keys.documentPartition(company, kind, id),
    sk: keys.plannedBodySort,
  });
  const read = async (Key: keys.Key) =>
    (await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }))).Item;
  /** False: it is not in that state any more, and nothing is told. */
  const settle = async (company: string, Update: ReturnType<typeof settling>, entry: AuditEntry): Promise<boolean> => {
    const gone = new PlanGone(entry.id);
    try {
      await record(company, entry, undefined, [{ write: { Update }, refused: () => gone }]);
      return true;
    } catch (error) {
      if (error === gone) return false;
      throw error;
    }
  };

  return {
    async get(company, kind, id) {
      const [head, frozen] = await Promise.all([read(keyOf(company, { kind, id })), read(bodyKey(company, kind, id))]);
      // Written together; between the two reads another plan may have taken its place.
      if (!head || !frozen || head.plan !== frozen.plan) return null;
      return { ...planOf(head), body: await unpack(frozen.body) };
    },

    list: (company, request) =>
      page(
        context,
        {
          list: 'planned publications',
          scope: [company],
          partition: ['pk', keys.plannedPartition(company)],
          sort: ['sk'],
          where: {
            test: '#wState IN (:wPlanned, :wFailed)',
            names: { '#wState': 'state' },
            values: { ':wPlanned': 'planned', ':wFailed': 'failed' },
          },
          position: keys.plannedSortPattern,
          keyAt: () => ({}),
          read: planOf,
        },
        request,
      ),

    async put(company, { body, ...head }, from) {
      const { kind, id, plan, author, plannedAt, at, failure } = head;
      const name = `${kind}/${id}`;
      const row = {
        ...keyOf(company, head),
        type: 'planned',
        company,
        ...head,
        failure: JSON.stringify(failure),
        wakePk: keys.dueWakePartition,
        wakeSk: keys.wakeSort(at, company, name),
      };
      const frozen = { ...bodyKey(company, kind, id), type: 'plannedBody', plan, body: await pack(body, name) };
      const entry = planEntry('planned', head, { by: author, at: plannedAt, from });
      await record(company, entry, undefined, [
        {
          write: {
            Put: {
              TableName,
              Item: row,
              ConditionExpression: 'attribute_not_exists(pk) OR #state <> :planned',
              ExpressionAttributeNames: { '#state': 'state' },
              ExpressionAttributeValues: { ':planned': 'planned' },
            },
          },
          refused: (_, cause) => new PlanInTheWay(name, { cause }),
        },
        { write: { Put: { TableName, Item: frozen } } },
      ]);
    },

    cancel: (company, plan, asked) =>
      settle(
        company,
        settling(context, company, plan, 'cancelled', ['planned', 'failed']),
        planEntry('cancelled', plan, asked),
      ),

    fail(company, plan, failure, at) {
      const input = settling(context, company, plan, 'failed', ['planned']);
      const update = {
        ...input,
        UpdateExpression: 'SET #state = :state, failure = :failure REMOVE wakePk, wakeSk',
        ExpressionAttributeValues: { ...input.ExpressionAttributeValues, ':failure': JSON.stringify(failure) },
      };
      return settle(company, update, planEntry('failed', plan, { by: 'system', at, from: bySystem }));
    },

    due: (until, request) =>
      page(
        context,
        {
          list: 'due publications',
          scope: [until],
          index: 'wake',
          partition: ['wakePk', keys.dueWakePartition],
          sort: ['wakeSk', 'before', keys.sortable(until + 1)],
          position: keys.wakeSortPattern,
          keyAt: (position) => {
            const [, company = '', name = ''] = keys.split(position);
            const [kind = '', id = ''] = name.split('/');
            return { ...keyOf(company, { kind: kind as DocumentKind, id }) };
          },
          read: ({ company, kind, id }) => ({
            company: String(company),
            kind: kind as DocumentKind,
            id: String(id),
          }),
        },
        request,
      ),
  };
}

function planOf(row: Row): PlannedPublication {
  const { kind, id, plan, expected, author, note, plannedAt, at, sites, state, failure } =
    row as unknown as PlannedPublication & { failure: string };
  return { kind, id, plan, expected, author, note, plannedAt, at, sites, state, failure: JSON.parse(failure) };
}
