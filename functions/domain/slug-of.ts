const LONGEST = 48;

/**
 * An id made from a name: "Customer centre" -> "customer-centre". It satisfies `Slug` and is none of `taken`, which get
 * company: "customer-centre-2". A name without a Latin letter or digit becomes `fallback`, itself a slug.
 */
export function slugOf(name: string, taken: Iterable<string>, fallback: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
  const base = words === '' ? fallback : words;
  const known = new Set(taken);
  let found = base;
  for (let n = 2; known.has(found); n += 1) found = `${base}-${n}`;
  return found;
}
