import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { type Asset, assetSummary, faulty, inUse, searchText } from '#domain/asset';
import { AssetChanged, AssetNumberTaken } from '#domain/errors';
import type { AssetFilter, AssetList, Assets } from '#ports';
import type { Context } from './context.ts';
import * as keys from './keys.ts';
import { type Listing, page, type Row } from './page.ts';
import { type Action, isRefused, transact } from './transact.ts';

/** Rows: the asset itself, its number and its code (each once), and one for each person who answers for it. */
export function createAssets(context: Context): Assets {
  const idAt = async (key: keys.Key): Promise<string | null> => {
    const found = await context.client.send(
      new GetCommand({ TableName: context.table, Key: { ...key }, ConsistentRead: true }),
    );
    return typeof found.Item?.asset === 'string' ? found.Item.asset : null;
  };
  const read = async (company: string, id: string): Promise<Asset | null> => {
    const found = await context.client.send(
      new GetCommand({ TableName: context.table, Key: { ...keys.assetKey(company, id) }, ConsistentRead: true }),
    );
    return found.Item ? assetOf(found.Item) : null;
  };
  return {
    get: read,
    byCode: (company, code) => idAt(keys.assetCodeKey(company, code)),
    byNumber: (company, site, number) => idAt(keys.assetNumberKey(company, site, number)),

    async put(asset) {
      const before = asset.version === 1 ? null : await read(asset.company, asset.id);
      if (asset.version > 1 && before?.version !== asset.version - 1)
        throw new AssetChanged(asset.id, asset.version - 1);
      await transact(context, actionsOf(context.table, before, asset));
    },

    renewals: (until, request) =>
      page(
        context,
        {
          list: 'certificates to renew',
          scope: [until],
          index: 'wake',
          partition: ['wakePk', keys.renewalPartition],
          sort: ['wakeSk', 'before', keys.sortable(until + 1)],
          position: keys.wakeSortPattern,
          keyAt: (position) => {
            const [, company = '', id = ''] = keys.split(position);
            return { ...keys.assetKey(company, id) };
          },
          read: ({ wakeSk }) => {
            const [, company = '', id = ''] = keys.split(String(wakeSk));
            return { company, id };
          },
        },
        request,
      ),

    async renewing(company, id, certificateUntil) {
      try {
        await context.client.send(
          new UpdateCommand({
            TableName: context.table,
            Key: { ...keys.assetKey(company, id) },
            UpdateExpression: 'REMOVE wakePk, wakeSk',
            ConditionExpression: 'asset.certificateUntil = :until',
            ExpressionAttributeValues: { ':until': certificateUntil },
          }),
        );
      } catch (error) {
        if (!isRefused(error)) throw error;
      }
    },

    list: (company, which, filter, request) => page(context, listingOf(company, which, filter), request),
  };
}

/** `before` is the version that stands there; the condition on it makes the rows around it the ones known here. */
function actionsOf(TableName: string, before: Asset | null, asset: Asset): Action[] {
  const { company, site, code, id } = asset;
  const summary = { ...assetSummary(asset), text: searchText(asset) };
  const row = {
    ...keys.assetKey(company, id),
    type: 'asset',
    sitePk: keys.assetsPartition(company, site),
    siteSk: keys.assetSort(asset),
    causePk: keys.assetKindPartition(company, site, asset.kind),
    causeSk: keys.assetSort(asset),
    version: asset.version,
    asset,
    summary,
    ...(asset.renewalAt !== null && {
      wakePk: keys.renewalPartition,
      wakeSk: keys.wakeSort(asset.renewalAt, company, id),
    }),
  };
  const condition = before
    ? { ConditionExpression: 'version = :known', ExpressionAttributeValues: { ':known': before.version } }
    : { ConditionExpression: 'attribute_not_exists(pk)' };
  const numberOf = (one: Asset) => keys.assetNumberKey(company, site, one.number);
  const free = {
    ConditionExpression: 'attribute_not_exists(pk) OR asset = :id',
    ExpressionAttributeValues: { ':id': id },
  };
  const numberMoved = before !== null && numberOf(before).sk !== numberOf(asset).sk;
  const people = (one: Asset | null) =>
    [...new Set([one?.responsible ?? null, one?.deputy ?? null])].flatMap((p) => p ?? []);
  const personKey = (one: Asset) => (person: string) => keys.assetPersonKey(company, person, one);
  const stands = people(asset).map(personKey(asset));
  const gone = before
    ? people(before)
        .map(personKey(before))
        .filter((old) => !stands.some(({ pk, sk }) => pk === old.pk && sk === old.sk))
    : [];
  return [
    {
      write: { Put: { TableName, Item: row, ...condition } },
      refused: (_, cause) => new AssetChanged(id, asset.version - 1, { cause }),
    },
    {
      write: { Put: { TableName, Item: { ...numberOf(asset), type: 'assetNumber', asset: id }, ...free } },
      refused: (_, cause) => new AssetNumberTaken(asset.number, { cause }),
    },
    ...(numberMoved ? [{ write: { Delete: { TableName, Key: { ...numberOf(before) } } } }] : []),
    ...(before
      ? []
      : [
          {
            write: { Put: { TableName, Item: { ...keys.assetCodeKey(company, code), type: 'assetCode', asset: id } } },
          },
        ]),
    ...gone.map((Key) => ({ write: { Delete: { TableName, Key: { ...Key } } } })),
    ...stands.map((key) => ({ write: { Put: { TableName, Item: { ...key, type: 'assetPerson', summary } } } })),
  ];
}

function listingOf(company: string, which: AssetList, filter: AssetFilter): Listing<ReturnType<typeof assetSummary>> {
  const where = whereOf(filter);
  const shared = { ...(where && { where }), read: summaryOf };
  const scope = [company, which, filter];
  if ('person' in which)
    return {
      ...shared,
      list: 'assets of a person',
      scope,
      partition: ['pk', keys.assetPersonPartition(company, which.person)],
      sort: ['sk', 'startsWith', keys.assetsAt(which.site)],
      position: keys.assetPersonPattern,
      keyAt: () => ({}),
    };
  const { site, building, kind } = which;
  const id = (position: string) => keys.split(position)[2] ?? '';
  const place = { position: keys.assetSortPattern, keyAt: (at: string) => ({ ...keys.assetKey(company, id(at)) }) };
  const within = building === undefined ? undefined : keys.assetsIn(building);
  if (kind !== undefined)
    return {
      ...shared,
      ...place,
      list: 'assets of a kind',
      scope,
      index: 'sameCause',
      partition: ['causePk', keys.assetKindPartition(company, site, kind)],
      sort: within === undefined ? ['causeSk'] : ['causeSk', 'startsWith', within],
    };
  return {
    ...shared,
    ...place,
    list: 'assets of a site',
    scope,
    index: 'bySite',
    partition: ['sitePk', keys.assetsPartition(company, site)],
    sort: within === undefined ? ['siteSk'] : ['siteSk', 'startsWith', within],
  };
}

function whereOf({ condition, kind, building, responsible, area, text }: AssetFilter): Listing<never>['where'] | null {
  const tests: string[] = [];
  const names: Record<string, string> = { '#wSummary': 'summary' };
  const values: Row = {};
  const equal = (field: 'condition' | 'kind' | 'building' | 'responsible', wanted: string | null | undefined) => {
    if (wanted === undefined) return;
    names[`#w${field}`] = field;
    values[`:w${field}`] = wanted;
    tests.push(`#wSummary.#w${field} = :w${field}`);
  };
  if (condition !== 'faulty' && condition !== 'inUse') equal('condition', condition);
  else {
    const these = condition === 'faulty' ? faulty : inUse;
    names['#wcondition'] = 'condition';
    these.forEach((one, index) => {
      values[`:wcondition${index}`] = one;
    });
    tests.push(`#wSummary.#wcondition IN (${these.map((_, index) => `:wcondition${index}`).join(', ')})`);
  }
  equal('kind', kind);
  equal('building', building);
  equal('responsible', responsible);
  if (area !== undefined) {
    const { test, ...named } = areaOf(area);
    tests.push(test);
    Object.assign(names, named.names);
    Object.assign(values, named.values);
  }
  if (text !== undefined) {
    names['#wText'] = 'text';
    values[':wText'] = text;
    tests.push('contains(#wSummary.#wText, :wText)');
  }
  return tests.length === 0 ? null : { test: tests.join(' AND '), names, values };
}

/** Operands one list of an expression may have. */
const MOST_OPERANDS = 100;

function areaOf({ id, buildings }: NonNullable<AssetFilter['area']>): NonNullable<Listing<never>['where']> {
  const [own, at] = ['#wSummary.#warea', '#wSummary.#wof'];
  const values: Row = { ':wnone': null, ...(id !== null && { ':warea': id }) };
  const lists: string[] = [];
  for (let from = 0; from < buildings.length; from += MOST_OPERANDS) {
    const some = buildings.slice(from, from + MOST_OPERANDS).map((building, n) => {
      values[`:wof${from + n}`] = building;
      return `:wof${from + n}`;
    });
    lists.push(`${at} IN (${some.join(', ')})`);
  }
  const there = lists.join(' OR ');
  const names = { '#warea': 'area', ...(lists.length > 0 && { '#wof': 'building' }) };
  if (id === null) return { test: `${own} = :wnone${there && ` AND NOT (${there})`}`, names, values };
  if (!there) return { test: `${own} = :warea`, names, values: { ':warea': id } };
  return { test: `(${own} = :warea OR (${own} = :wnone AND (${there})))`, names, values };
}

/** Rows of before lack what plans ask for. */
function assetOf(row: Row): Asset {
  const asset = row.asset as Omit<Asset, 'readings' | 'retiredAt' | 'renewalAt'>;
  return { readings: [], retiredAt: null, renewalAt: null, ...asset };
}

function summaryOf({ summary }: Row): ReturnType<typeof assetSummary> {
  const { text: _, ...rest } = summary as ReturnType<typeof assetSummary> & { text: string };
  return { ...rest, unit: rest.unit ?? null }; // rows of before had none
}
