import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { expect, test } from 'vitest';
import { type AuditLink, bySystem, nextLink } from '#domain/audit/link';
import { createCopyAuditHandler } from '#handlers/copy-audit';
import { auditRow, auditStreamLink } from '#store/audit-row';
import { sha256 } from '#store/record';

const entry = { kind: 'workflow', id: 'complaint', what: 'published', at: 1, by: 'li', from: bySystem } as const;
const rest = { note: 'why', version: 1, sites: ['lake'], subject: null };
const link = nextLink('demo', null, { ...entry, ...rest }, 'after', sha256);
const record = (eventName: 'INSERT' | 'MODIFY' | 'REMOVE', of: AuditLink, sequence = '1') => {
  const image = marshall(auditRow(of));
  const dynamodb = { SequenceNumber: sequence, [eventName === 'REMOVE' ? 'OldImage' : 'NewImage']: image };
  return { eventName, dynamodb } as unknown as DynamoDBRecord;
};

function copier(put: (link: AuditLink) => Promise<'kept' | 'differs'> = async () => 'kept') {
  const kept: AuditLink[] = [];
  const told: string[] = [];
  const nothing = () => undefined;
  const handle = createCopyAuditHandler({
    copies: {
      async put(one) {
        const answer = await put(one);
        if (answer === 'kept') kept.push(one);
        return answer;
      },
    },
    read: auditStreamLink,
    logger: { info: nothing, warn: nothing, error: nothing },
    metrics: { count: (name) => told.push(name) },
  });
  return { kept, told, handle: (...Records: DynamoDBRecord[]) => handle({ Records }) };
}

test('new links are copied as they were written', async () => {
  const { handle, kept, told } = copier();
  expect(await handle(record('INSERT', link))).toEqual({ batchItemFailures: [] });
  expect(kept).toEqual([link]);
  expect(told).toEqual([]);
});

test.each(['MODIFY', 'REMOVE'] as const)('%s of a link is told and copied nowhere', async (eventName) => {
  const { handle, kept, told } = copier();
  await handle(record(eventName, { ...link, by: 'wang' }));
  expect([kept, told]).toEqual([[], ['AuditTampered']]);
});

test('a second link in the same place is told', async () => {
  const { handle, told } = copier(async () => 'differs');
  await handle(record('INSERT', link));
  expect(told).toEqual(['AuditTampered']);
});

test('what could not be copied is delivered again, and nothing behind it is copied before', async () => {
  const { handle, kept } = copier(async () => {
    throw new Error('storage is away');
  });
  const answer = await handle(record('INSERT', link, '7'), record('INSERT', link, '8'));
  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '7' }] });
  expect(kept).toEqual([]);
});
