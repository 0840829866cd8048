import { z } from 'zod';
import { Condition } from '#domain/condition';
import { Limit } from '#domain/limit';
import { Text } from '#domain/text';
import type { Instant } from '#domain/time';
import { Definition } from '#domain/workflow/definition';
import type { Route } from './route.ts';
import { ComplaintPage, routes } from './routes.ts';
import {
  ComplaintDetail,
  ComplaintSummary,
  FiledComplaint,
  NewComplaint,
  OfferedAction,
  Why,
} from './schemas/complaint.ts';
import { DocumentHeadView, DocumentView, PublishDocument } from './schemas/document.ts';
import { HouseholdRow } from './schemas/household.ts';
import { DirectoryView, Me } from './schemas/me.ts';
import { ApiError } from './schemas/wire.ts';

type Json = Record<string, unknown>;

const SimilarError = ApiError.extend({ similar: z.array(ComplaintSummary).optional() });

/** Schemas with a name in the document; the others stand where they are used. Recursive ones must be here. */
const named: Record<string, z.ZodType> = {
  ApiError,
  SimilarError,
  ComplaintDetail,
  ComplaintPage,
  ComplaintSummary,
  Condition,
  Definition,
  DirectoryView,
  DocumentHead: DocumentHeadView,
  Document: DocumentView,
  FiledComplaint,
  Household: HouseholdRow,
  Limit,
  Me,
  NewComplaint,
  OfferedAction,
  PublishDocument,
  Text,
  Why,
};

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const nameOf = new Map(Object.entries(named).map(([name, schema]) => [schema, name]));

/** JSON Schema 2020-12 as OpenAPI 3.1 has it: what is sent for inputs, what comes out for answers. */
function jsonSchemas(schemas: Record<string, z.ZodType>, io: 'input' | 'output'): Record<string, Json> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id });
  const made = z.toJSONSchema(registry, { io, uri: (id) => `#/components/schemas/${id}`, unrepresentable: 'any' });
  return Object.fromEntries(
    Object.entries(made.schemas).map(([id, schema]) => {
      const { $schema: _schema, $id: _id, ...rest } = schema as Json;
      return [id, rest];
    }),
  );
}

/** The schema of one body or parameter: a reference where it has a name, else in full. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const name = nameOf.get(schema);
  if (name) return ref(name);
  return jsonSchemas({ ...named, inline: schema }, io).inline ?? {};
}

const parametersOf = (
  schema: z.ZodObject | undefined,
  place: 'path' | 'query',
  examples: Readonly<Record<string, string>> = {},
): Json[] =>
  Object.entries(schema?.shape ?? {}).map(([name, field]) => {
    const type = field as z.ZodType;
    return {
      name,
      in: place,
      required: place === 'path' || !type.safeParse(undefined).success,
      schema: schemaOf(type, 'input'),
      ...(examples[name] !== undefined && { example: examples[name] }),
    };
  });

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'The same key is carried out once.',
  schema: { type: 'string', minLength: 1, maxLength: 100 },
};
const content = (schema: Json, example?: unknown) => ({
  'application/json': { schema, ...(example !== undefined && { example }) },
});
const failure = (description: string, schema = 'ApiError') => ({ description, content: content(ref(schema)) });

function operationOf(id: string, route: Route, now: Instant): Json {
  const body = route.body && {
    required: true,
    content: content(schemaOf(route.body, 'input'), route.example?.(now)),
  };
  const answers: Record<string, unknown> = {
    [route.status ?? 200]: { description: 'Done', content: content(schemaOf(route.response, 'output')) },
    ...(!route.open && { 401: failure('Not signed in'), 403: failure('Not allowed') }),
    ...(route.params && { 404: failure('Not found') }),
    ...(route.method !== 'GET' && {
      409: failure('Changed meanwhile, or already there', id === 'fileComplaint' ? 'SimilarError' : 'ApiError'),
    }),
    ...(route.body && { 400: failure('Not JSON'), 413: failure('Too large'), 415: failure('Not JSON') }),
    ...((route.body || route.query || route.params) && {
      422: failure('Fields to correct, in the language of the caller'),
    }),
    500: failure('Our fault'),
  };
  return {
    operationId: id,
    summary: route.summary,
    ...(route.open && { security: [] }),
    parameters: [
      ...parametersOf(route.params, 'path', route.paramsExample),
      ...parametersOf(route.query, 'query'),
      ...(route.keyed ? [idempotencyKey] : []),
    ],
    ...(body && { requestBody: body }),
    responses: answers,
  };
}

/** OpenAPI 3.1 of the whole API, made from its routes. Examples with times count from `now`. */
export function openApi(now: Instant): Json {
  const paths: Record<string, Json> = {};
  for (const [id, route] of Object.entries<Route>(routes))
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(id, route, now) };
  const outputs = jsonSchemas(named, 'output');
  const inputs = jsonSchemas(named, 'input');
  return {
    openapi: '3.1.0',
    info: {
      title: 'Steward',
      version: '1',
      description:
        'Lists are paged by cursor. Instants are ISO 8601 in UTC. Words come in the language of Accept-Language (zh-CN, en).',
    },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: { ...outputs, NewComplaint: inputs.NewComplaint, PublishDocument: inputs.PublishDocument },
    },
  };
}
