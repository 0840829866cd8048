/** A value as DynamoDB's JSON writes it; the few types that the store uses. */
export type Wire =
  | { S: string }
  | { N: string }
  | { BOOL: boolean }
  | { NULL: true }
  | { B: string }
  | { L: Wire[] }
  | { M: WireMap };
export interface WireMap {
  [name: string]: Wire;
}

/** Attributes that are undefined are left out. @throws TypeError for what the store never writes: sets, functions... */
export function toWire(values: Readonly<Record<string, unknown>>): WireMap {
  const wire: WireMap = {};
  for (const name of Object.keys(values)) {
    const value = values[name];
    if (value !== undefined) wire[name] = valueToWire(value);
  }
  return wire;
}

function valueToWire(value: unknown): Wire {
  switch (typeof value) {
    case 'string':
      return { S: value };
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`${value} is not a number a database can hold.`);
      return { N: String(value) };
    case 'boolean':
      return { BOOL: value };
    case 'object':
      if (value === null) return { NULL: true };
      if (Array.isArray(value)) return { L: value.filter((one) => one !== undefined).map(valueToWire) };
      if (value instanceof Uint8Array) return { B: Buffer.from(value).toString('base64') };
      if (!(value instanceof Set) && !(value instanceof Map) && !(value instanceof Date))
        return { M: toWire(value as Record<string, unknown>) };
  }
  throw new TypeError(`A ${typeof value} cannot be stored.`);
}

export function fromWire(wire: WireMap): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const name of Object.keys(wire)) values[name] = valueFromWire(wire[name] as Wire);
  return values;
}

function valueFromWire(wire: Wire): unknown {
  if ('S' in wire) return wire.S;
  if ('N' in wire) return Number(wire.N);
  if ('M' in wire) return fromWire(wire.M);
  if ('L' in wire) return wire.L.map(valueFromWire);
  if ('BOOL' in wire) return wire.BOOL;
  if ('NULL' in wire) return null;
  if ('B' in wire) return new Uint8Array(Buffer.from(wire.B, 'base64'));
  throw new TypeError(`A value of type ${Object.keys(wire)} cannot be read.`);
}
