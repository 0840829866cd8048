import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { IncidentFull, InOtherIncident } from '#domain/errors';
import { type Incident, type IncidentMember, MOST_MEMBERS } from '#domain/incident';
import type { Incidents } from '#ports';
import type { Context } from './context.ts';
import * as keys from './keys.ts';
import { type Listing, page, type Row } from './page.ts';
import { type Action, isRefused, transact } from './transact.ts';

class NotLinked extends Error {}
class LinkedAlready extends Error {}

/** An incident is a row with a row for each member beside it; a row beside the complaint leads back. */
export function createIncidents(context: Context): Incidents {
  const { client, table: TableName } = context;
  const get = async (key: keys.Key): Promise<Row | null> =>
    (await client.send(new GetCommand({ TableName, Key: key, ConsistentRead: true }))).Item ?? null;
  const linkOf = async (company: string, item: string): Promise<(IncidentMember & { incident: string }) | null> => {
    const found = await get(keys.linkKey(company, item));
    return found && { ...(found.member as IncidentMember), incident: String(found.incident) };
  };
  const listed = (company: string): Pick<Listing<Incident>, 'position' | 'keyAt' | 'read' | 'newestFirst'> => ({
    position: keys.itemSortPattern,
    keyAt: (position) => ({ ...keys.incidentKey(company, keys.split(position)[1] ?? '') }),
    read: (row) => row.summary as Incident,
    newestFirst: true,
  });

  return {
    async create(incident) {
      const { company, id, number } = incident;
      const number_ = { ...keys.numberKey(company, number), type: 'number', incident: id };
      const absent = { ConditionExpression: 'attribute_not_exists(pk)' };
      const row = { ...keys.incidentKey(company, id), type: 'incident', summary: incident, ...indexOf(incident) };
      try {
        await transact(context, [
          { write: { Put: { TableName, Item: row, ...absent } }, refused: () => new LinkedAlready() },
          { write: { Put: { TableName, Item: number_, ...absent } } },
        ]);
      } catch (error) {
        if (!(error instanceof LinkedAlready)) throw error;
      }
    },

    get: async (company, id) => ((await get(keys.incidentKey(company, id)))?.summary as Incident | undefined) ?? null,

    async byNumber(company, number) {
      const found = await get(keys.numberKey(company, number));
      return typeof found?.incident === 'string' ? found.incident : null;
    },

    of: linkOf,

    bySite: (company, site, open, request) =>
      page(
        context,
        open
          ? {
              list: 'open incidents',
              scope: [company, site],
              index: 'open',
              partition: ['openPk', keys.openIncidents(company, site)],
              sort: ['openSk'],
              ...listed(company),
            }
          : {
              list: 'incidents of a site',
              scope: [company, site],
              index: 'bySite',
              partition: ['sitePk', keys.incidentsPartition(company, site)],
              sort: ['siteSk'],
              ...listed(company),
            },
        request,
      ),

    members: (company, id, request) =>
      page(
        context,
        {
          list: 'members of an incident',
          scope: [company, id],
          partition: ['pk', keys.incidentPartition(company, id)],
          sort: ['sk', 'startsWith', keys.memberPrefix],
          position: keys.memberSortPattern,
          keyAt: () => ({}),
          read: (row) => row.member as IncidentMember,
        },
        request,
      ),

    async link(incident, member) {
      const { company, id } = incident;
      const link = { ...keys.linkKey(company, member.item), type: 'link', incident: id, member };
      const row = {
        pk: keys.incidentPartition(company, id),
        sk: keys.memberSort(member.number),
        type: 'member',
        member,
      };
      const { openPk, openSk } = indexOf({ ...incident, closedAt: null });
      const actions: Action[] = [
        {
          write: { Put: { TableName, Item: link, ConditionExpression: 'attribute_not_exists(pk)' } },
          refused: () => new LinkedAlready(),
        },
        { write: { Put: { TableName, Item: row } } },
        {
          write: {
            Update: {
              TableName,
              Key: keys.incidentKey(company, id),
              UpdateExpression:
                'SET summary.#members = summary.#members + :one, summary.#closedAt = :null, openPk = :openPk, openSk = :openSk',
              ConditionExpression: 'summary.#members < :most',
              ExpressionAttributeNames: { '#members': 'members', '#closedAt': 'closedAt' },
              ExpressionAttributeValues: {
                ':one': 1,
                ':most': MOST_MEMBERS,
                ':null': null,
                ':openPk': openPk,
                ':openSk': openSk,
              },
            },
          },
          refused: (_, cause) => new IncidentFull(id, { cause }),
        },
      ];
      if (await changes(context, actions, LinkedAlready)) return member;
      const known = await linkOf(company, member.item);
      if (known?.incident === id) return known;
      throw new InOtherIncident(member.item, known?.incident ?? '');
    },

    async unlink(incident, item) {
      const { company, id } = incident;
      const actions: Action[] = [
        {
          write: {
            Delete: {
              TableName,
              Key: keys.linkKey(company, item.id),
              ConditionExpression: 'incident = :incident',
              ExpressionAttributeValues: { ':incident': id },
            },
          },
          refused: () => new NotLinked(),
        },
        {
          write: {
            Delete: {
              TableName,
              Key: { pk: keys.incidentPartition(company, id), sk: keys.memberSort(item.number) },
            },
          },
        },
        {
          write: {
            Update: {
              TableName,
              Key: keys.incidentKey(company, id),
              UpdateExpression: 'SET summary.#members = summary.#members - :one',
              ExpressionAttributeNames: { '#members': 'members' },
              ExpressionAttributeValues: { ':one': 1 },
            },
          },
        },
      ];
      return changes(context, actions, NotLinked);
    },

    async close(incident, at) {
      try {
        await client.send(
          new UpdateCommand({
            TableName,
            Key: keys.incidentKey(incident.company, incident.id),
            UpdateExpression: 'SET summary.#closedAt = :at REMOVE openPk, openSk',
            ConditionExpression: 'summary.#members = :members',
            ExpressionAttributeNames: { '#closedAt': 'closedAt', '#members': 'members' },
            ExpressionAttributeValues: { ':at': at, ':members': incident.members },
          }),
        );
        return true;
      } catch (error) {
        if (isRefused(error)) return false;
        throw error;
      }
    },
  };
}

/** False when it was so already. */
async function changes(context: Context, actions: readonly Action[], already: new () => Error): Promise<boolean> {
  try {
    await transact(context, actions);
    return true;
  } catch (error) {
    if (error instanceof already) return false;
    throw error;
  }
}

/** The `open` index holds the open ones only. */
function indexOf({ company, site, id, createdAt, closedAt }: Incident): Record<string, string> {
  const sort = keys.itemSort(createdAt, id);
  return {
    sitePk: keys.incidentsPartition(company, site),
    siteSk: sort,
    ...(closedAt === null && { openPk: keys.openIncidents(company, site), openSk: sort }),
  };
}
