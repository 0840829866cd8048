import { BatchGetCommand, GetCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { careEntry } from '#domain/audit/publication';
import { canonical } from '#domain/canonical';
import type { PlannedEvent } from '#domain/care/event';
import type { CareFlag } from '#domain/care/flag';
import type { CareContact, CareLook } from '#domain/care/look';
import { CareEventChanged, CareFlagChanged, StoreBusy } from '#domain/errors';
import type { Instant } from '#domain/time';
import type { Care, CareDue } from '#ports';
import { backOff, type Context } from './context.ts';
import * as keys from './keys.ts';
import { page, type Row } from './page.ts';
import type { RecordChange } from './record.ts';
import type { Seals } from './seals.ts';
import { isRefused } from './transact.ts';

/** Of any instant. */
type NamedDue = { company: string } & ({ household: string; flag: string } | { event: string });

const MOST = 100;
const tries = 8;
/** An attribute for each member whose mail did not arrive: several are noted at once. */
const MISSED = 'missed#';

/** Flags, looks and the last contact lie beside the household's file; what they say is nowhere else in the table. */
export function createCare(context: Context, record: RecordChange, seals: Seals): Care {
  const { client, table: TableName } = context;
  const rowsAt = async (rows: readonly keys.Key[]): Promise<Row[]> => {
    const found: Row[] = [];
    let wanted: Row[] = rows.map((key) => ({ ...key }));
    for (let attempt = 0; wanted.length > 0; attempt++) {
      if (attempt >= tries) throw new StoreBusy('BatchGetItem');
      if (attempt > 0) await context.pause(backOff(attempt));
      const answer = await client.send(
        new BatchGetCommand({ RequestItems: { [TableName]: { Keys: wanted, ConsistentRead: true } } }),
      );
      found.push(...(answer.Responses?.[TableName] ?? []));
      wanted = answer.UnprocessedKeys?.[TableName]?.Keys ?? [];
    }
    return found;
  };
  const contactsAt = async (rows: readonly keys.Key[]): Promise<Map<string, CareContact>> =>
    new Map(
      (await rowsAt(rows)).map(({ contact }) => [(contact as CareContact).household, contact as CareContact] as const),
    );

  return {
    async ofHousehold(company, household) {
      const { pk } = keys.careFlagKey(company, household, '');
      const answer = await client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
          ExpressionAttributeValues: { ':pk': pk, ':prefix': keys.careFlagPrefix },
          ConsistentRead: true,
          Limit: MOST,
        }),
      );
      return (answer.Items ?? []).map(flagOf).toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
    },

    async put(flag, change, asked, remindAt) {
      const { company, site, household, id, version } = flag;
      const subject = (await seals(company))(canonical(flag));
      const isListed = flag.consent.state === 'given';
      const row = {
        ...keys.careFlagKey(company, household, id),
        ...{ type: 'care', company, id: `${household}/${id}`, version, summary: flag },
        ...(isListed && { sitePk: keys.carePartition(company, site), siteSk: keys.careSort(flag) }),
        ...(isListed && remindAt !== null && wakeOf({ company, household, flag: id }, remindAt)),
      };
      const condition =
        version === 1
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : {
              ConditionExpression: '#version = :known',
              ExpressionAttributeNames: { '#version': 'version' },
              ExpressionAttributeValues: { ':known': version - 1 },
            };
      await record(company, careEntry(site, change, subject, asked), undefined, [
        {
          write: { Put: { TableName, Item: row, ...condition } },
          refused: (_, cause) => new CareFlagChanged(id, version - 1, { cause }),
        },
      ]);
    },

    atSite: (company, site, building, request) =>
      page(
        context,
        {
          list: 'care flags of a site',
          scope: [company, site, building],
          index: 'bySite',
          partition: ['sitePk', keys.carePartition(company, site)],
          sort: building === null ? ['siteSk'] : ['siteSk', 'startsWith', keys.householdsOf(building)],
          position: keys.careSortPattern,
          keyAt: (position) => {
            const [, , household = '', flag = ''] = keys.split(position);
            return { ...keys.careFlagKey(company, household, flag) };
          },
          read: flagOf,
        },
        request,
      ),

    due: (until, request) =>
      page(
        context,
        {
          list: 'care that is due',
          scope: [until],
          index: 'wake',
          partition: ['wakePk', keys.careWakePartition],
          sort: ['wakeSk', 'before', keys.sortable(until + 1)],
          position: keys.wakeSortPattern,
          keyAt: (position) => ({ ...keyOf(dueOf(position)) }),
          read: ({ wakeSk }) => dueOf(String(wakeSk)),
        },
        request,
      ),

    async again(due, next) {
      try {
        await client.send(
          new UpdateCommand({
            TableName,
            Key: { ...keyOf(due) },
            UpdateExpression: next === null ? 'REMOVE wakePk, wakeSk' : 'SET wakeSk = :next',
            ConditionExpression: 'wakeSk = :known',
            ExpressionAttributeValues: {
              ':known': wakeOf(due, due.at).wakeSk,
              ...(next !== null && { ':next': wakeOf(due, next).wakeSk }),
            },
          }),
        );
        return true;
      } catch (error) {
        if (isRefused(error)) return false;
        throw error;
      }
    },

    async look(company, look) {
      const { household, site, at, id } = look;
      const listed = {
        sitePk: keys.careLooksPartition(company, site),
        siteSk: keys.careLooksSort(at, household, id),
      };
      const Item = { ...keys.careLookKey(company, household, at, id), type: 'careLook', ...listed, summary: look };
      await client.send(new PutCommand({ TableName, Item }));
    },

    looks: (company, of, request) =>
      page(
        context,
        'household' in of
          ? {
              ...{ list: 'looks at a household', scope: [company, of], read: lookOf, newestFirst: true },
              partition: ['pk', keys.careLookKey(company, of.household, 0, '').pk],
              sort: ['sk', 'startsWith', keys.careLookPrefix],
              position: keys.careLookPattern,
              keyAt: () => ({}),
            }
          : {
              ...{ list: 'looks at a site', scope: [company, of], read: lookOf, newestFirst: true },
              index: 'bySite',
              partition: ['sitePk', keys.careLooksPartition(company, of.site)],
              sort: ['siteSk'],
              position: keys.careLooksPattern,
              keyAt: (position) => {
                const [at = '', household = '', id = ''] = keys.split(position);
                return { ...keys.careLookKey(company, household, Number(at), id) };
              },
            },
        request,
      ),

    async contact(company, contact) {
      try {
        await client.send(
          new PutCommand({
            TableName,
            Item: { ...keys.careContactKey(company, contact.household), type: 'careContact', at: contact.at, contact },
            ConditionExpression: 'attribute_not_exists(pk) OR #at <= :at',
            ExpressionAttributeNames: { '#at': 'at' },
            ExpressionAttributeValues: { ':at': contact.at },
          }),
        );
      } catch (error) {
        if (!isRefused(error)) throw error;
      }
    },

    contacts: (company, households) => contactsAt(households.map((id) => keys.careContactKey(company, id))),
    toldOf: (company, event, households) => contactsAt(households.map((id) => keys.careToldKey(company, event, id))),

    async noteOpened(company, event, opened) {
      const Item = { ...keys.careOpenedKey(company, event, opened.item), type: 'careOpened', ...opened };
      await client.send(new PutCommand({ TableName, Item }));
    },

    opened: (company, event, request) =>
      page(
        context,
        {
          ...{ list: 'visits of an event', scope: [company, event] },
          partition: ['pk', keys.careOpenedKey(company, event, '').pk],
          sort: ['sk', 'startsWith', keys.careOpenedPrefix],
          position: keys.careOpenedPattern,
          keyAt: () => ({}),
          read: ({ item, round }) => ({ item: String(item), round: Number(round) }),
        },
        request,
      ),

    async notReached(company, event, household, member) {
      await client.send(
        new UpdateCommand({
          TableName,
          Key: { ...keys.careMissedKey(company, event, household) },
          UpdateExpression: 'SET #member = :missed, #type = :type, household = :household',
          ExpressionAttributeNames: { '#type': 'type', '#member': `${MISSED}${member}` },
          ExpressionAttributeValues: {
            ':missed': true,
            ':type': 'careMissed',
            ':household': household,
          },
        }),
      );
    },

    async notReachedOf(company, event, households) {
      const rows = await rowsAt(households.map((id) => keys.careMissedKey(company, event, id)));
      const members = (row: Row) =>
        Object.keys(row).flatMap((name) => (name.startsWith(MISSED) ? [Number(name.slice(MISSED.length))] : []));
      return new Map(rows.map((row) => [String(row.household), members(row)] as const));
    },

    async told(company, event, contact) {
      const Item = { ...keys.careToldKey(company, event, contact.household), type: 'careTold', contact };
      try {
        await client.send(new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' }));
      } catch (error) {
        if (!isRefused(error)) throw error;
      }
    },

    async event(company, id) {
      const found = await client.send(
        new GetCommand({ TableName, Key: { ...keys.careEventKey(company, id) }, ConsistentRead: true }),
      );
      return found.Item ? eventOf(found.Item) : null;
    },

    async putEvent(event, dueAt) {
      const { company, site, id, version } = event;
      const row = {
        ...keys.careEventKey(company, id),
        ...{ type: 'careEvent', version, summary: event },
        ...{ sitePk: keys.careEventsPartition(company, site), siteSk: keys.itemSort(event.to, id) },
        ...(dueAt !== null && wakeOf({ company, event: id }, dueAt)),
      };
      try {
        await client.send(
          new PutCommand({
            TableName,
            Item: row,
            ...(version === 1
              ? { ConditionExpression: 'attribute_not_exists(pk)' }
              : {
                  ConditionExpression: '#version = :known',
                  ExpressionAttributeNames: { '#version': 'version' },
                  ExpressionAttributeValues: { ':known': version - 1 },
                }),
          }),
        );
      } catch (error) {
        if (isRefused(error)) throw new CareEventChanged(id, version - 1, { cause: error });
        throw error;
      }
    },

    events: (company, site, ahead, now, request) =>
      page(
        context,
        {
          list: 'planned events',
          scope: [company, site, ahead],
          index: 'bySite',
          partition: ['sitePk', keys.careEventsPartition(company, site)],
          sort: ahead
            ? ['siteSk', 'between', keys.sortable(now), keys.never]
            : ['siteSk', 'before', keys.sortable(now)],
          newestFirst: !ahead,
          position: keys.itemSortPattern,
          keyAt: (position) => ({ ...keys.careEventKey(company, keys.split(position)[1] ?? '') }),
          read: eventOf,
        },
        request,
      ),
  };
}

const flagOf = (row: Row): CareFlag => row.summary as CareFlag;
const lookOf = (row: Row): CareLook => row.summary as CareLook;
const eventOf = (row: Row): PlannedEvent => row.summary as PlannedEvent;
/** A household's id is made of letters, digits and hyphens: what has a slash names a flag of one. */
const nameOf = (due: NamedDue) => ('event' in due ? due.event : `${due.household}/${due.flag}`);
const wakeOf = (due: NamedDue, at: Instant) => ({
  wakePk: keys.careWakePartition,
  wakeSk: keys.wakeSort(at, due.company, nameOf(due)),
});
const keyOf = (due: NamedDue): keys.Key =>
  'event' in due ? keys.careEventKey(due.company, due.event) : keys.careFlagKey(due.company, due.household, due.flag);
function dueOf(position: string): CareDue {
  const [at = '', company = '', name = ''] = keys.split(position);
  const [first = '', flag] = name.split('/');
  return { company, at: Number(at), ...(flag === undefined ? { event: first } : { household: first, flag }) };
}
