import { mkdtempSync } from 'node:fs';
import { startEngine, localCredentials, localRegion } from '#local/database/engine';
import { createClient } from '#store/client';
import { createTables } from '#local/database/create-table';
import { createStore } from '#store/store';
import { GetCommand, TransactWriteCommand, UpdateCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
const e = await startEngine({ dataDir: mkdtempSync('/tmp/mb-') });
const mk = () => createClient({ endpoint: e.endpoint, region: localRegion, credentials: localCredentials });
const client = mk(); await createTables(client);
const variants: Record<string, any> = {};
const noSign = createClient({ endpoint: e.endpoint, region: localRegion, credentials: localCredentials }); noSign.middlewareStack.remove('loggerMiddleware');
(noSign.config as any).signer = async () => ({ sign: async (r: any) => { r.headers.authorization = 'AWS4-HMAC-SHA256 Credential=local/20250101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0'; r.headers['x-amz-date']='20250101T000000Z'; return r; } });
const noLog = mk(); noLog.middlewareStack.remove('loggerMiddleware');
variants.noSign = noSign; variants.noLog = noLog; variants.plain = client; variants.noLog2 = noLog; variants.noSign2=noSign;
import { readFileSync } from 'node:fs';
const dcpu = () => { const f = readFileSync(`/proc/${e.pid}/stat`,'utf8').split(' '); return (Number(f[13])+Number(f[14]))*10; };
const body = { a: 'x'.repeat(200), list: Array.from({length:20},(_,i)=>({person:'p'+i, level:i, at: 1e12+i, reached:true, s:'y'.repeat(30)})), clocks:{reply:{a:1,b:null,c:[{from:1,to:2}]}} };
await client.send(new PutCommand({ TableName:'steward', Item:{pk:'a',sk:'b',item:body}}));
const cpu = async (name: string, n: number, f: (i:number)=>Promise<unknown>) => { for (let i=0;i<50;i++) await f(-i-1); const c0=process.cpuUsage(); const d0=dcpu(); const t0=performance.now(); let i=0; await Promise.all(Array.from({length:8},async()=>{while(i<n) await f(i++);})); const c=process.cpuUsage(c0); console.log(name.padEnd(30), 'cpu ms/call',((c.user+c.system)/1000/n).toFixed(2),'dynoxide', ((dcpu()-d0)/n).toFixed(2), 'wall',((performance.now()-t0)/n).toFixed(2)); };
for (const [v,c] of Object.entries(variants)) {
  await cpu(v+' get 3KB', 1000, () => c.send(new GetCommand({TableName:'steward',Key:{pk:'a',sk:'b'},ConsistentRead:true})));
  await cpu(v+' get none', 1000, () => c.send(new GetCommand({TableName:'steward',Key:{pk:'a',sk:'zz'},ConsistentRead:true})));
  await cpu(v+' update', 500, (i) => c.send(new UpdateCommand({TableName:'steward',Key:{pk:'u'+i,sk:'b'},UpdateExpression:'SET #a=:a',ExpressionAttributeNames:{'#a':'a'},ExpressionAttributeValues:{':a':i}, ReturnValues:'ALL_NEW'})));
  await cpu(v+' transact 8x1KB', 300, (i) => c.send(new TransactWriteCommand({TransactItems:Array.from({length:8},(_,k)=>({Put:{TableName:'steward',Item:{pk:v+i,sk:'s'+k,b:{l:body.list.slice(0,5)}}}}))})));
}
await e.stop(); process.exit(0);
