import { describe, expect, test } from 'vitest';
import { openApi } from '#http/openapi';
import { pathsOf, type Route } from '#http/route';
import { routes } from '#http/routes';
import { createDemoApi } from '#test/support/demo-api';
import { at } from '#test/support/estate';

interface Operation {
  operationId: string;
  parameters: { name: string; in: string; required: boolean; schema: object }[];
  requestBody?: { content: Record<string, { schema: object; example?: unknown }> };
  responses: Record<string, { description: string; content?: object }>;
  security?: unknown[];
}
const now = at('2026-11-23', '10:00');
const document = openApi(now) as unknown as {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object>; securitySchemes: object };
};
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

const refsIn = (value: unknown): string[] => {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [inner] : refsIn(inner),
  );
};

describe('OpenAPI', () => {
  test('is 3.1 and describes every route once', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(operations).toHaveLength(Object.values<Route>(routes).flatMap(pathsOf).length);
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
  });

  test('every reference leads to a schema', () => {
    for (const ref of refsIn(document)) {
      expect(ref).toMatch(/^#\/components\/schemas\//);
      expect(document.components.schemas).toHaveProperty([ref.slice('#/components/schemas/'.length)]);
    }
  });

  test('says what every body is made of', () => {
    for (const { operation } of operations)
      for (const { schema } of Object.values(operation.requestBody?.content ?? {}))
        expect(Object.keys(schema)).not.toEqual([]);
  });

  test('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });

  test.each(operations)('$method $path has its parameters, answers and sign-in', ({ path, operation }) => {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const described = operation.parameters.filter((one) => one.in === 'path').map(({ name }) => name);
    expect(described.sort()).toEqual(inPath.sort());
    expect(Object.keys(operation.responses).some((status) => status.startsWith('2'))).toBe(true);
    for (const { description } of Object.values(operation.responses)) expect(description).not.toBe('');
    if (!operation.security) expect(operation.responses).toHaveProperty('401');
  });

  test.each(Object.entries<Route>(routes).filter(([, route]) => route.body))(
    '%s has an example of its own form',
    (id, route) => {
      const example = route.example?.(now);
      expect(example).toBeDefined();
      expect(route.body?.safeParse(example).error).toBeUndefined();
      const found = operations.find(({ operation }) => operation.operationId === id)?.operation;
      expect(found?.requestBody?.content['application/json']?.example).toEqual(example);
    },
  );

  test('the examples of filing, checking and publishing work on the demo estate', async () => {
    const { call } = await createDemoApi();
    const send = (method: string, path: string, example: unknown, as: string) =>
      call(method, path, { as, body: example });
    const { fileComplaint, checkWorkflow, publishDocument, offerPhoto } = routes;
    expect((await send('POST', fileComplaint.path, fileComplaint.example(), 'customer-centre-clerk-a')).status).toBe(
      201,
    );
    expect((await send('POST', offerPhoto.path, offerPhoto.example(), 'customer-centre-clerk-a')).status).toBe(200);
    const checked = await send('POST', checkWorkflow.path, checkWorkflow.example(), 'site-director');
    expect(checked).toMatchObject({ status: 200, body: { problems: [] } });
    const path = '/api/documents/calendar/desk-hours';
    expect((await send('PUT', path, publishDocument.example(), 'administrator')).status).toBe(200);
  });

  test('is served by the API itself', async () => {
    const { call } = await createDemoApi();
    const answer = await call<{ openapi: string }>('GET', '/api/openapi.json', { as: null });
    expect(answer.status).toBe(200);
    expect(answer.body.openapi).toBe('3.1.0');
  });
});
