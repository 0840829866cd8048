import { z } from 'zod';
import { Condition, ConditionTree } from '#domain/condition';
import { Limit } from '#domain/limit';
import { Text } from '#domain/text';
import type { Instant } from '#domain/time';
import { Definition } from '#domain/workflow/definition';
import { pathsOf, type Route } from './route.ts';
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
  ConditionTree,
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
type Schemas = Record<string, Json>;

/** JSON Schema 2020-12 as OpenAPI 3.1 has it: what is sent for inputs, what comes out for answers. */
function jsonSchemas(schemas: Record<string, z.ZodType>, io: 'input' | 'output'): Schemas {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries({ ...schemas, ...named })) registry.add(schema, { id });
  const made = z.toJSONSchema(registry, { io, uri: (id) => `#/components/schemas/${id}`, unrepresentable: 'any' });
  return Object.fromEntries(
    Object.entries(made.schemas).map(([id, schema]) => {
      const { $schema: _schema, $id: _id, ...rest } = schema as Json;
      return [id, rest];
    }),
  );
}

const inputsOf = (id: string, { body, params, query }: Route): [string, z.ZodType][] => [
  ...(body ? [[`${id}.body`, fresh(body)] satisfies [string, z.ZodType]] : []),
  ...Object.entries({ ...params?.shape, ...query?.shape }).map(([name, field]): [string, z.ZodType] => [
    `${id}.${name}`,
    fresh(field as z.ZodType),
  ]),
];
/** A field may stand in several routes; a registry knows a schema once. */
const fresh = (field: z.ZodType): z.ZodType => (nameOf.has(field) ? field : field.clone());

/** All schemas of the routes, made once: they are data that never change while the process lives. */
let made: { inputs: Schemas; outputs: Schemas } | undefined;
function allSchemas() {
  if (made) return made;
  const all = Object.entries<Route>(routes);
  const inputs = Object.fromEntries(all.flatMap(([id, route]) => inputsOf(id, route)));
  const outputs = Object.fromEntries(all.map(([id, { response }]) => [`${id}.answer`, fresh(response)]));
  made = { inputs: jsonSchemas(inputs, 'input'), outputs: jsonSchemas(outputs, 'output') };
  return made;
}

/** A reference where the schema has a name, else the schema in full. */
const schemaOf = (schema: z.ZodType, schemas: Schemas, key: string): Json => {
  const name = nameOf.get(schema);
  return name ? ref(name) : (schemas[key] ?? {});
};

const parametersOf = (id: string, { params, query, paramsExample = {} }: Route, schemas: Schemas): Json[] =>
  Object.entries({ ...params?.shape, ...query?.shape }).map(([name, field]) => {
    const place = params && name in params.shape ? 'path' : 'query';
    const type = field as z.ZodType;
    return {
      name,
      in: place,
      required: place === 'path' || !type.safeParse(undefined).success,
      schema: schemaOf(type, schemas, `${id}.${name}`),
      ...(place === 'path' && paramsExample[name] !== undefined && { example: paramsExample[name] }),
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
  const { inputs, outputs } = allSchemas();
  const body = route.body && {
    required: true,
    content: content(schemaOf(route.body, inputs, `${id}.body`), route.example?.(now)),
  };
  const answers: Record<string, unknown> = {
    [route.status ?? 200]: { description: 'Done', content: content(schemaOf(route.response, outputs, `${id}.answer`)) },
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
    parameters: [...parametersOf(id, route, inputs), ...(route.keyed ? [idempotencyKey] : [])],
    ...(body && { requestBody: body }),
    responses: answers,
  };
}

/** OpenAPI 3.1 of the whole API, made from its routes. Examples with times count from `now`. */
export function openApi(now: Instant): Json {
  const paths: Record<string, Json> = {};
  for (const [id, route] of Object.entries<Route>(routes))
    for (const path of pathsOf(route)) {
      const [, , base = ''] = path.split('/');
      const operationId = path === route.path ? id : `${id}-${base}`;
      const operation = { ...operationOf(id, route, now), operationId };
      paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation };
    }
  const { inputs, outputs } = allSchemas();
  const components = Object.fromEntries(Object.keys(named).map((name) => [name, outputs[name]]));
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
      schemas: { ...components, NewComplaint: inputs.NewComplaint, PublishDocument: inputs.PublishDocument },
    },
  };
}
