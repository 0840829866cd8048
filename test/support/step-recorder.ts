import { Agent, createServer, type IncomingMessage, request } from 'node:http';

/** All that reaches the world, one after the other, with a look at the world before each. */
export interface StepRecorder {
  /** Carries out one step alone. `label` says which. */
  step<T>(label: string, run: () => Promise<T>): Promise<T>;
}

export function createStepRecorder(look: (label: string) => void): StepRecorder {
  let last: Promise<unknown> = Promise.resolve();
  return {
    step(label, run) {
      const done = last.then(() => {
        look(label);
        return run();
      });
      last = done.catch(() => {});
      return done;
    },
  };
}

const writes = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'TransactWriteItems', 'BatchWriteItem', 'CreateTable']);

const bodyOf = async (message: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part);
  return Buffer.concat(parts);
};
/** The sort keys a write touches, to name the step by. */
const keysIn = (body: Buffer): string =>
  [...body.toString().matchAll(/"sk":\{"S":"([^"]*)"\}/g)].map(([, sort = '']) => sort).join(' ');

/** Stands between a system and its database: every write is a step. */
export async function startRecordedDatabase(
  engine: string,
  recorder: StepRecorder,
): Promise<{ endpoint: string; close(): Promise<void> }> {
  const agent = new Agent({ keepAlive: true });
  const forward = async ({ method, headers }: IncomingMessage, body: Buffer) => {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      request(engine, { method, headers, agent }, resolve).once('error', reject).end(body);
    });
    return { status: answer.statusCode ?? 500, headers: answer.headers, body: await bodyOf(answer) };
  };
  const server = createServer(async (incoming, outgoing) => {
    const body = await bodyOf(incoming);
    const operation = String(incoming.headers['x-amz-target']).split('.').at(-1) ?? '';
    const run = () => forward(incoming, body);
    const answer = await (writes.has(operation) ? recorder.step(`${operation} ${keysIn(body)}`, run) : run());
    outgoing.writeHead(answer.status, answer.headers).end(answer.body);
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
