import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import type { Person } from '#domain/organisation';
import type { ActionName } from '#domain/workflow/action';
import { CLIENT_ID } from '#local/sign-in/issuer';
import type { System } from '#local/system';
import type { Filed } from '#usecases/take-complaint';
import type { PlannedCase } from './plan.ts';

/** The API answered with an error: the whole answer is in the message. */
export class DeskRefused extends Error {
  override readonly name = 'DeskRefused';
}

/** People at work over the JSON API: each call is an HTTP request of a signed-in person, as the gateway hands it on. */
export interface Desk {
  file(planned: PlannedCase): Promise<Filed>;
  act(by: Person, id: string, action: ActionName, input: Record<string, unknown>, key: string): Promise<void>;
}

export function createDesk({ apiHandler }: Pick<System, 'apiHandler'>, clerk: Person): Desk {
  const post = async (by: Person, path: string, key: string, body: unknown): Promise<unknown> => {
    const event = {
      version: '2.0',
      rawPath: path,
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      requestContext: { http: { method: 'POST', path }, authorizer: { jwt: { claims: claimsOf(by), scopes: [] } } },
      body: JSON.stringify(body),
      isBase64Encoded: false,
    } as unknown as APIGatewayProxyEventV2WithJWTAuthorizer;
    const { statusCode = 0, body: answer = '' } = await apiHandler(event);
    if (statusCode >= 300) throw new DeskRefused(`POST ${path} as ${by.id}: ${statusCode} ${answer}`);
    return JSON.parse(answer);
  };
  return {
    file: async ({ key, body }) => (await post(clerk, '/api/complaints', key, body)) as Filed,
    act: async (by, id, action, input, key) => {
      await post(by, `/api/complaints/${id}/actions/${action}`, key, input);
    },
  };
}

const claimsOf = ({ id, email }: Person) => ({
  iss: 'replay',
  sub: id,
  aud: CLIENT_ID,
  email,
  email_verified: 'true',
});
