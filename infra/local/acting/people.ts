import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import type { z } from 'zod';
import type { Person } from '#domain/organisation';
import type { ActionName } from '#domain/workflow/action';
import type { NewComplaint } from '#http/schemas/complaint';
import { CLIENT_ID } from '#local/sign-in/issuer';
import type { System } from '#local/system';
import type { Filed } from '#usecases/take-complaint';

/** The API answered with an error: the whole answer is in the message. */
export class ApiRefused extends Error {
  override readonly name = 'ApiRefused';
}

/**
 * People at work over the JSON API: each call is an HTTP request of a signed-in person, as the gateway hands it on. What
 * was done under a key is not done again. @throws ApiRefused
 */
export interface People {
  file(by: Person, complaint: z.input<typeof NewComplaint>, key: string): Promise<Filed>;
  act(by: Person, id: string, action: ActionName, input: Record<string, unknown>, key: string): Promise<void>;
}

/** `issuer` tells these sign-ins from others'. */
export function createPeople({ apiHandler }: Pick<System, 'apiHandler'>, issuer: string): People {
  const post = async (by: Person, path: string, body: unknown, key: string): Promise<unknown> => {
    const event = {
      version: '2.0',
      rawPath: path,
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      requestContext: {
        http: { method: 'POST', path },
        authorizer: { jwt: { claims: claimsOf(by, issuer), scopes: [] } },
      },
      body: JSON.stringify(body),
      isBase64Encoded: false,
    } as unknown as APIGatewayProxyEventV2WithJWTAuthorizer;
    const { statusCode = 0, body: answer = '' } = await apiHandler(event);
    if (statusCode >= 300) throw new ApiRefused(`POST ${path} as ${by.id}: ${statusCode} ${answer}`);
    return JSON.parse(answer);
  };
  return {
    file: async (by, complaint, key) => (await post(by, '/api/complaints', complaint, key)) as Filed,
    act: async (by, id, action, input, key) => {
      await post(by, `/api/complaints/${id}/actions/${action}`, input, key);
    },
  };
}

const claimsOf = ({ id, email }: Person, iss: string) => ({
  iss,
  sub: id,
  aud: CLIENT_ID,
  email,
  email_verified: 'true',
});
