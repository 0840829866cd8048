import { Liquid, type Template } from 'liquidjs';

/**
 * Liquid over templates kept as strings: nothing is read at run time, no partials, no filters that reach outside.
 * Values are data and are never parsed as templates; in `html` every output is escaped. An unknown variable is an error.
 */
const strict = { strictVariables: true, strictFilters: true, ownPropertyOnly: true, lenientIf: true, templates: {} };
const engines = {
  plain: new Liquid(strict),
  html: new Liquid({ ...strict, outputEscape: 'escape' }),
};
const parsed = { plain: new Map<string, Template[]>(), html: new Map<string, Template[]>() };

export function render(as: 'plain' | 'html', source: string, scope: object): string {
  const known = parsed[as].get(source);
  const template = known ?? engines[as].parse(source);
  if (known === undefined) parsed[as].set(source, template);
  return String(engines[as].renderSync(template, scope));
}
