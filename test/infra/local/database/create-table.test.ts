import { DescribeTableCommand, DescribeTimeToLiveCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { createTable, createTables, defaultTableNames, localTableDefinition } from '#local/database/create-table';
import { tableDefinition } from '#store/table';
import { engines, withStore } from '#test/support/engine';

describe.each(engines)('tables on %s', (engine) => {
  const test = withStore(engine);

  it('are as defined', async () => {
    const { Table } = await test.client.send(new DescribeTableCommand({ TableName: test.tableName }));
    expect(Table?.StreamSpecification).toEqual({ StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' });
    const found = (Table?.GlobalSecondaryIndexes ?? []).map((index) => ({
      name: index.IndexName,
      partition: index.KeySchema?.[0]?.AttributeName,
      sort: index.KeySchema?.[1]?.AttributeName,
      project: [...(index.Projection?.NonKeyAttributes ?? [])].sort(),
    }));
    const wanted = tableDefinition.indexes.map((index) => ({ ...index, project: [...index.project].sort() }));
    expect(found.sort((a, b) => `${a.name}`.localeCompare(`${b.name}`))).toEqual(
      wanted.sort((a, b) => a.name.localeCompare(b.name)),
    );
    const ttl = await test.client.send(new DescribeTimeToLiveCommand({ TableName: test.tableName }));
    expect(ttl.TimeToLiveDescription).toMatchObject({ TimeToLiveStatus: 'ENABLED', AttributeName: 'ttl' });
  });

  it('are left alone when they are there', async () => {
    await createTables(test.client, defaultTableNames);
    const { Table } = await test.client.send(new DescribeTableCommand({ TableName: test.localTableName }));
    expect(Table?.StreamSpecification?.StreamEnabled ?? false).toBe(false);
  });

  it('are refused in one line when another version made them', async () => {
    await expect(createTable(test.client, test.tableName, localTableDefinition)).rejects.toThrow(
      /^Table steward was made by another version .* begin anew with --reset\.$/,
    );
  });
});
