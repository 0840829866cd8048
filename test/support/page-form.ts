import type { ActionName } from '#domain/workflow/action';

/** One form of an action page as a browser sees it. */
interface PageForm {
  action: ActionName;
  hidden: Record<string, string>;
  /** Fields a person can fill. */
  fields: string[];
  /** Values of its radio buttons and options, by field. */
  choices: Record<string, string[]>;
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const unescaped = (text: string): string => text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => entities[name] ?? '');
const attribute = (tag: string, name: string): string | null => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? null : unescaped(found);
};

/** Every form of the page that acts, in its order. */
export function formsOf(html: string): PageForm[] {
  return [...html.matchAll(/<form method="post">(.*?)<\/form>/gs)].flatMap(([, body = '']) => {
    const action = /<button name="action" value="(\w+)"/.exec(body)?.[1] as ActionName | undefined;
    if (!action) return [];
    const form: PageForm = { action, hidden: {}, fields: [], choices: {} };
    let select = '';
    for (const [tag] of body.matchAll(/<(?:input|textarea|select|option)\b[^>]*>/g)) {
      const name = attribute(tag, 'name') ?? '';
      const value = attribute(tag, 'value') ?? '';
      if (tag.startsWith('<option')) form.choices[select] = [...(form.choices[select] ?? []), value];
      else if (attribute(tag, 'type') === 'hidden') form.hidden[name] = value;
      else {
        if (!form.fields.includes(name)) form.fields.push(name);
        if (tag.startsWith('<select')) select = name;
        if (attribute(tag, 'type') === 'radio') form.choices[name] = [...(form.choices[name] ?? []), value];
      }
    }
    return [form];
  });
}

/** Actions of the page: those with a form and those that open by a link. */
export const actionsOf = (html: string): string[] => [
  ...new Set([
    ...formsOf(html).map(({ action }) => action),
    ...[...html.matchAll(/href="\?do=(\w+)"/g)].map(([, action = '']) => action),
  ]),
];

/** What a person reads. */
export const wordsOf = (html: string): string =>
  unescaped(
    html
      .replace(/<style>.*?<\/style>/gs, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
