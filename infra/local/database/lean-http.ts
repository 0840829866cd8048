import { Agent, type IncomingMessage, request } from 'node:http';

const headers = {
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-date': '20250101T000000Z',
  // Engines of one machine want a signature and check none.
  authorization:
    'AWS4-HMAC-SHA256 Credential=local/20250101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=local',
};
const TIMEOUT = 10_000;

export interface LeanHttp {
  /** `target`: service and operation, "DynamoDB_20120810.GetItem". The answer whatever its status. */
  post(target: string, body: string): Promise<{ status: number; text: string }>;
  destroy(): void;
}

/** Connections to an engine on this machine, kept open. */
export function createLeanHttp(endpoint: string): LeanHttp {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  return {
    post: (target, body) =>
      new Promise((resolve, reject) => {
        const length = Buffer.byteLength(body);
        const all = { ...headers, 'x-amz-target': target, 'content-length': length };
        const outgoing = request(endpoint, { method: 'POST', agent, timeout: TIMEOUT, headers: all }, (incoming) =>
          textOf(incoming).then((text) => resolve({ status: incoming.statusCode ?? 0, text }), reject),
        );
        outgoing.on('timeout', () => outgoing.destroy(Object.assign(new Error('timed out'), { code: 'ETIMEDOUT' })));
        outgoing.on('error', reject);
        outgoing.end(body);
      }),
    destroy: () => agent.destroy(),
  };
}

function textOf(incoming: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    incoming.on('data', (part: Buffer) => parts.push(part));
    incoming.on('end', () => resolve(Buffer.concat(parts).toString('utf8')));
    incoming.on('error', reject);
  });
}
