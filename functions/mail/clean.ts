/** Makes other people's words safe to place in a mail: what they typed is data, never layout, header or link. */

/** Bidirectional controls, zero-width characters, byte-order mark, line and paragraph separators. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Several lines stay several lines; everything invisible or controlling is gone. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(CONTROL, '')
    .replace(INVISIBLE, '')
    .replace(LONE_SURROGATE, '\ufffd')
    .trim();
}

/** For subjects, headers and single-line places: at most `max` characters, "…" where it was cut. */
export function oneLine(text: string, max = 120): string {
  return cut(cleanText(text).replace(/\s+/g, ' '), max);
}

/** Addresses in it are not made clickable by mail programs: a mail has one link, and it is ours. */
export const unlinked = (text: string): string => text.replace(/:\/\//g, ': //');

/** The beginning of a longer text, cut at a word, never inside a character. */
export function excerpt(text: string, max = 280): string {
  return unlinked(cut(cleanText(text).replace(/\n{2,}/g, '\n'), max));
}

function cut(text: string, max: number): string {
  const characters = [...text];
  if (characters.length <= max) return text;
  const head = characters.slice(0, max - 1).join('');
  const space = head.lastIndexOf(' ');
  return `${(space > head.length * 0.8 ? head.slice(0, space) : head).trimEnd()}…`;
}
