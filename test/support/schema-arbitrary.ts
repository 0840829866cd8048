import fc from 'fast-check';
import { z } from 'zod';

type Json = Record<string, unknown>;
type Schema = boolean | Json;
const DEPTH = 5;

/** Words that a schema's strings may well be: ids that exist somewhere, and dates. */
const known = [
  'main',
  'complaint',
  'organisation',
  'east-lake',
  'west-hill',
  'b1',
  'b3',
  'engineering',
  'customer-centre',
  'corridor-light',
  'water-leak',
  'repairer-a',
  'repairer-b',
  'administrator',
  'east-lake-b1-1201',
  'cn-office',
  '1201',
  '2026-11-23',
  '2026-11-24T02:00:00Z',
];
/** What must break nothing. */
const hostile = fc.constantFrom<unknown>(
  '',
  ' ',
  '\u0000',
  '#',
  '%25',
  '../..',
  '__proto__',
  'constructor',
  "'; --",
  '<script>',
  '𠮷'.repeat(40),
  'x'.repeat(3000),
  '9'.repeat(400),
  -1,
  0,
  1e300,
  Number.MAX_SAFE_INTEGER + 2,
  null,
  true,
  [],
  {},
  [[[[[]]]]],
);
const words = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...known) },
  { weight: 1, arbitrary: fc.string({ maxLength: 30 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
);
export const anything: fc.Arbitrary<unknown> = fc.oneof(hostile, words, fc.jsonValue({ maxDepth: 3 }));

function strings({ format, pattern, enum: _, minLength = 0, maxLength = 200, ...rest }: Json): fc.Arbitrary<unknown> {
  const within = words.filter((word) => word.length >= Number(minLength) && word.length <= Number(maxLength));
  if (format === 'email') return fc.constantFrom('someone@steward.example', 'repairer-a@steward.example');
  if (format === 'date-time') return fc.constantFrom('2026-11-24T02:00:00Z', '2027-01-01T10:00:00+08:00');
  if (format === 'date') return fc.constantFrom('2026-11-23', '2028-02-29', '0001-01-01', '9999-12-31');
  if (typeof pattern === 'string') {
    const form = new RegExp(pattern, 'u');
    const fitting = known.filter((word) => form.test(word));
    const made = fc.stringMatching(form, { size: 'small' });
    return fitting.length > 0 ? fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...fitting) }, made) : made;
  }
  return rest.contentEncoding === undefined ? within : fc.base64String({ maxLength: 400 });
}

const numbers = ({ minimum = -10, maximum = 1e13, exclusiveMinimum, type }: Json): fc.Arbitrary<unknown> => {
  const min = Number(exclusiveMinimum ?? minimum);
  const max = Math.max(min, Math.min(Number(maximum), Number.MAX_SAFE_INTEGER));
  const small = fc.integer({ min: Math.ceil(min), max: Math.ceil(Math.min(max, min + 20)) });
  return type === 'integer' ? small : fc.oneof(small, fc.double({ min, max, noNaN: true }));
};

/** Values of the form a JSON schema asks for, now and then with a part of any other form. */
function fromJson(schema: Schema, defs: Record<string, Schema>, damage: number, depth: number): fc.Arbitrary<unknown> {
  const inner = (next: Schema) => fromJson(next, defs, damage, depth + 1);
  const build = (): fc.Arbitrary<unknown> => {
    if (typeof schema === 'boolean') return anything;
    const { $ref, anyOf, oneOf, allOf, const: constant, enum: options, type } = schema as Json & { type?: string };
    if (typeof $ref === 'string') return inner(defs[$ref.split('/').at(-1) ?? ''] ?? true);
    if (constant !== undefined) return fc.constant(constant);
    if (Array.isArray(options)) return fc.constantFrom(...options);
    const choices = (anyOf ?? oneOf) as Schema[] | undefined;
    if (choices) return fc.oneof(...choices.map(inner));
    if (Array.isArray(allOf)) return inner(Object.assign({}, ...(allOf as Json[])));
    switch (type) {
      case 'string':
        return strings(schema);
      case 'number':
      case 'integer':
        return numbers(schema);
      case 'boolean':
        return fc.boolean();
      case 'null':
        return fc.constant(null);
      case 'array': {
        const {
          items = true,
          minItems = 0,
          maxItems = 3,
        } = schema as { items?: Schema; minItems?: number; maxItems?: number };
        return fc.array(inner(items), { minLength: minItems, maxLength: Math.max(minItems, Math.min(maxItems, 3)) });
      }
      case 'object':
        return objects(schema, inner);
      default:
        return anything;
    }
  };
  const whole = depth > DEPTH ? anything : build();
  return damage === 0 ? whole : fc.oneof({ weight: damage, arbitrary: whole }, { weight: 1, arbitrary: anything });
}

function objects(schema: Json, inner: (next: Schema) => fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const {
    properties = {},
    required = [],
    additionalProperties,
    propertyNames,
  } = schema as {
    properties?: Record<string, Schema>;
    required?: string[];
    additionalProperties?: Schema;
    propertyNames?: Schema;
  };
  const own = fc.record(
    Object.fromEntries(
      Object.entries(properties).map(([name, property]) => [
        name,
        // Nearly everything is looked up at a site: mostly one that is there.
        name === 'site'
          ? fc.oneof({ weight: 4, arbitrary: fc.constant('east-lake') }, inner(property))
          : inner(property),
      ]),
    ),
    { requiredKeys: required.filter((name) => name in properties) },
  );
  if (!additionalProperties || Object.keys(properties).length > 0) return own;
  const names = (propertyNames ? inner(propertyNames) : words).filter((name) => typeof name === 'string');
  return fc.dictionary(names as fc.Arbitrary<string>, inner(additionalProperties), { maxKeys: 3 });
}

/**
 * Inputs for a schema. `damage` is how many sound parts come on one of any form, at every depth; 0: none.
 * Refinements and transforms are not seen: what they ask for is met by chance only.
 */
export function inputsFor(schema: z.ZodType, damage: number): fc.Arbitrary<unknown> {
  const { $defs = {}, ...root } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json & {
    $defs?: Record<string, Schema>;
  };
  return fromJson(root, $defs, damage, 0);
}
