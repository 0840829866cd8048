/** The only way pages build HTML: everything put into a template is escaped, unless it was made by `html` itself. */
export interface SafeHtml {
  readonly html: string;
}
export type Part = SafeHtml | string | number | null | undefined | false | readonly Part[];

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** Bidirectional controls, zero-width characters and control characters other than tab and line feed. */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const escapeHtml = (text: string): string =>
  text.replace(INVISIBLE, '').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

/** Nothing for null, undefined and false; lists are joined. Quote every attribute. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): SafeHtml {
  let out = strings[0] ?? '';
  for (const [i, part] of parts.entries()) out += toHtml(part) + (strings[i + 1] ?? '');
  return { html: out };
}

function toHtml(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (typeof part === 'string') return escapeHtml(part);
  if (typeof part === 'number') return String(part);
  if (isList(part)) return part.map(toHtml).join('');
  return part.html;
}
const isList = (part: Part): part is readonly Part[] => Array.isArray(part);

/** Bytes on the wire. */
export const bytesOf = (part: SafeHtml | string): number =>
  new TextEncoder().encode(typeof part === 'string' ? part : part.html).length;

/** Cut so that its escaped form takes at most `bytes`, "…" where it was cut; never inside a character. */
export function cutTo(text: string, bytes: number): string {
  if (bytesOf(escapeHtml(text)) <= bytes) return text;
  let size = 3;
  let out = '';
  for (const character of text) {
    size += bytesOf(escapeHtml(character));
    if (size > bytes) break;
    out += character;
  }
  return `${out.trimEnd()}…`;
}
