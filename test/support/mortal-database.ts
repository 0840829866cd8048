import { Agent, createServer, type IncomingMessage, request } from 'node:http';
import type { Mortal } from './mortal.ts';

/** The database as a mortal process sees it: every write is a step, and after its death nothing gets through. */
export interface MortalDatabase {
  endpoint: string;
  close(): Promise<void>;
}

const writes = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'TransactWriteItems', 'BatchWriteItem', 'CreateTable']);
/** An answer no client tries again. */
const refusal = JSON.stringify({ __type: 'com.amazonaws.dynamodb.v20120810#AccessDeniedException', message: 'killed' });

const bodyOf = async (message: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  return Buffer.concat(parts);
};

/** Stands between a system and the engine. One address for all lives of `mortal`. */
export async function startMortalDatabase(engine: string, mortal: Mortal): Promise<MortalDatabase> {
  const agent = new Agent({ keepAlive: true });
  const forward = async (incoming: IncomingMessage, body: Buffer) => {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const { method, headers } = incoming;
      request(engine, { method, headers, agent }, resolve).once('error', reject).end(body);
    });
    return { status: answer.statusCode ?? 500, headers: answer.headers, body: await bodyOf(answer) };
  };
  const server = createServer(async (incoming, outgoing) => {
    try {
      const body = await bodyOf(incoming);
      const operation = String(incoming.headers['x-amz-target']).split('.').at(-1) ?? '';
      const run = () => forward(incoming, body);
      const answer = await (writes.has(operation)
        ? mortal.step(`${operation} ${keysIn(body)}`, run)
        : mortal.look(run));
      outgoing.writeHead(answer.status, answer.headers).end(answer.body);
    } catch {
      outgoing.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' }).end(refusal);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The database has no port.');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    async close() {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The sort keys a write touches, to name the step by. */
const keysIn = (body: Buffer): string =>
  [...body.toString().matchAll(/"sk":\{"S":"([^"]*)"\}/g)].map(([, sort = '']) => sort).join(' ');
