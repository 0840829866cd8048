import { Liquid, type Template } from 'liquidjs';

/**
 * Liquid over templates kept as strings: nothing is read at run time, no partials, no filters that reach outside.
 * Values are data and are never parsed as templates; in `html` every output is escaped. An unknown variable is an error.
 */
const strict = { strictVariables: true, strictFilters: true, ownPropertyOnly: true, lenientIf: true, templates: {} };
const engines = {
  plain: new Liquid(strict),
  /** Words that a company wrote, checked when they were published: what a mail has not, shows nothing. */
  words: new Liquid({ ...strict, strictVariables: false }),
  html: new Liquid({ ...strict, outputEscape: 'escape' }),
};
type Manner = keyof typeof engines;
/** Sources come from published documents and from previews: the oldest go first. */
const MOST_KEPT = 2000;
const parsed = new Map<string, Template[]>();

export function render(as: Manner, source: string, scope: object): string {
  const key = `${as}:${source}`;
  const known = parsed.get(key);
  const template = known ?? engines[as].parse(source);
  if (known === undefined) parsed.set(key, template);
  const [oldest] = parsed.keys();
  if (parsed.size > MOST_KEPT && oldest !== undefined) parsed.delete(oldest);
  return String(engines[as].renderSync(template, scope));
}
