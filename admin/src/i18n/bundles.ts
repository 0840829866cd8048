import type { Language } from '#domain/text';

type Bundle = Record<string, string>;

const features = import.meta.glob<Bundle>('../features/*/words.*.json', { import: 'default' });
/** Features whose pages were opened: their words follow a change of language. */
const wanted = new Set<string>();

const core = async (language: Language): Promise<Bundle> =>
  (language === 'en' ? await import('./en.json') : await import('./zh-CN.json')).default;

async function ofFeature(feature: string, language: Language): Promise<Bundle> {
  const load = features[`../features/${feature}/words.${language}.json`];
  if (load === undefined) throw new Error(`No words of the feature "${feature}" in ${language}.`);
  return load();
}

/** What the panel says everywhere, and on the pages opened so far: also those opened while this loads. */
export async function allWords(language: Language): Promise<Bundle> {
  const opened = wanted.size;
  const bundles = await Promise.all([core(language), ...[...wanted].map((feature) => ofFeature(feature, language))]);
  return wanted.size === opened ? Object.assign({}, ...bundles) : allWords(language);
}

/** The words of one feature, which from now on belong to `allWords`. */
export async function featureWords(feature: string, language: Language): Promise<Bundle> {
  wanted.add(feature);
  return ofFeature(feature, language);
}
