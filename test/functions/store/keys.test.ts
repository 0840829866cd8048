import { describe, expect, it } from 'vitest';
import { itemKinds } from '#domain/workflow/definition';
import * as keys from '#store/keys';
import { recoveriesPartition } from '#store/recovery-keys';
import { shards } from '#store/table';

describe('keys', () => {
  it('sort by time as text', () => {
    const instants = [0, 999, 1_795_439_223_254, 1_795_439_223_255, 99_999_999_999_999];
    expect(instants.map(keys.sortable).sort()).toEqual(instants.map(keys.sortable));
    expect(keys.sortable(99_999_999_999_999) < keys.never).toBe(true);
  });
  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('refuse %s as an instant', (at) => {
    expect(() => keys.sortable(at)).toThrow(RangeError);
  });
  it('cannot be made to mean another company', () => {
    expect(keys.itemPartition('a#I#b', 'c')).not.toBe(keys.itemPartition('a', 'b#I#c'));
    expect(keys.split(keys.wakeSort(5, 'a#%23', 'x'))).toEqual([keys.sortable(5), 'a#%23', 'x']);
  });
  it('put the company into every partition of its own', () => {
    const partitions = [
      keys.itemPartition('acme', 'i'),
      keys.commitKey('acme', 'k').pk,
      keys.numberKey('acme', 'n').pk,
      keys.counterKey('acme', 's', 'd').pk,
      keys.workPartition('acme', 'p'),
      ...itemKinds.flatMap((kind) => [
        keys.sitePartition('acme', 's', kind),
        keys.openPartition('acme', 's', kind),
        keys.endedPartition('acme', 's', kind),
        keys.nobodyActedPartition('acme', 's', kind),
        keys.reopenedPartition('acme', 's', kind),
        keys.causePartition('acme', 's', null, 'u', 'c', kind),
      ]),
      keys.assetOrders('acme', 'a'),
      keys.householdItems('acme', 'h'),
      keys.householdsPartition('acme', 's'),
      keys.incidentPartition('acme', 'i'),
      keys.incidentsPartition('acme', 's'),
      keys.openIncidents('acme', 's'),
      keys.mailPartition('acme', 's'),
      keys.auditPartition('acme'),
      keys.pointerPartition('acme'),
      keys.documentPartition('acme', 'rosters', 'main'),
      keys.householdKey('acme', 'h').pk,
      keys.wordPartition('acme', 's'),
      keys.memberKey('acme', 'i', 's').pk,
      keys.suppressionKey('acme', 'e').pk,
      keys.limitKey('acme', 'l', 0).pk,
      recoveriesPartition('acme', 's', '2026-11'),
    ];
    for (const partition of partitions) expect(partition).toMatch(/^C#acme#/);
    expect(new Set(partitions).size).toBe(partitions.length);
  });
  it('spread items over all shards', () => {
    const counts = new Map<number, number>();
    for (let n = 0; n < 8_000; n++) {
      const shard = keys.shardOf(`01J${n.toString(36)}`);
      counts.set(shard, (counts.get(shard) ?? 0) + 1);
    }
    expect(counts.size).toBe(shards);
    expect(Math.min(...counts.values())).toBeGreaterThan(700);
  });
});
