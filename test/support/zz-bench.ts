import { mkdtempSync } from 'node:fs';
import { createTables, defaultTableNames } from '#local/database/create-table';
import { startEngine } from '#local/database/engine';
import { readStream } from '#local/database/stream';
import { createStore } from '#store/store';
import { localClient } from '#test/support/engine';
import { firstCommit, nextCommit, someEntry, someItem, wakeEffect, nine } from '#test/support/items';
const prefer = process.argv[2] as 'dynoxide';
const t0 = performance.now();
const e = await startEngine({ dataDir: mkdtempSync('/tmp/dx/bench-'), prefer });
console.log(e.name, 'start ms', Math.round(performance.now() - t0));
let units = { read: 0, write: 0 };
const client = localClient(e.endpoint, (_o, u) => { units = { read: units.read + u.read, write: units.write + u.write }; });
await createTables(client);
const store = createStore({ client, tableName: 'steward' });
let seen = 0;
const reader = readStream({ endpoint: e.endpoint, client, tableName: 'steward', localTableName: 'steward-local', name: 'd', handler: async ({ Records }) => { seen += Records.length; return undefined; }, onGivenUp: () => {}, onError: console.log });
const N = Number(process.argv[3]);
for (let b = 0; b < 5; b++) {
  let t = performance.now(); units = { read: 0, write: 0 };
  for (let n = 0; n < N; n++) {
    const id = `b${b}n${n}`;
    const i = someItem('c', id, { createdAt: nine + b * N + n });
    await store.items.commit(firstCommit(i, { entries: [1, 2, 3, 4].map((s) => someEntry(s)), effects: [wakeEffect(id, 5), wakeEffect(id, 6)], wakeAt: nine, key: id }));
    await store.items.commit(nextCommit(i, {}, { entries: [7, 8].map((s) => someEntry(s)), effects: [wakeEffect(id, 9)], wakeAt: nine }));
    reader.poke();
  }
  const per = (performance.now() - t) / N / 2;
  const w = units.write / N / 2;
  t = performance.now(); units = { read: 0, write: 0 };
  for (let k = 0; k < 20; k++) await store.items.bySite('c', 'east-lake', {}, { limit: 20 });
  const l = (performance.now() - t) / 20; const lu = units.read / 20;
  t = performance.now(); units = { read: 0, write: 0 };
  for (let k = 0; k < 20; k++) await store.items.open('c', 'east-lake', {}, { limit: 20 });
  const o = (performance.now() - t) / 20;
  t = performance.now(); units = { read: 0, write: 0 };
  for (let k = 0; k < 20; k++) await store.items.get('c', 'b0n1');
  console.log(`${(b + 1) * N} items: commit ${per.toFixed(1)} ms ${w} WRU; bySite ${l.toFixed(1)} ms ${lu} RRU; open ${o.toFixed(1)} ms ${units.read / 20} RRU get ${((performance.now() - t) / 20).toFixed(1)} ms`);
}
const t = performance.now(); await reader.drained(); console.log('drained ms', Math.round(performance.now() - t), 'records', seen);
await reader.stop(); const s = performance.now(); await e.stop(); console.log('stop ms', Math.round(performance.now() - s));
