import { type Language, languages } from '#domain/text';

/** "zh-TW" and "zh" are Chinese to us, "en-GB" English; null for a language we have no words in. */
const known = (tag: string): Language | null => {
  const [primary] = tag.toLowerCase().split('-');
  return languages.find((language) => language.split('-')[0] === primary) ?? null;
};

/** The reader's most wanted language of ours by Accept-Language; `fallback` when there is none. Never throws. */
export function languageFrom(header: string | undefined, fallback: Language = 'zh-CN'): Language {
  const wanted = (header ?? '').split(',').flatMap((part) => {
    const [tag = '', ...parameters] = part.split(';').map((word) => word.trim());
    const q = parameters.find((parameter) => parameter.startsWith('q='));
    const weight = q === undefined ? 1 : Number(q.slice(2));
    const language = known(tag);
    return language && weight > 0 ? [{ language, weight }] : [];
  });
  // Sorting is stable: of equal weights the first named wins.
  return wanted.sort((a, b) => b.weight - a.weight)[0]?.language ?? fallback;
}
