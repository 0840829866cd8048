/** Languages by their own name. */
export const languageOptions = [
  { value: 'zh-CN', label: '中文' },
  { value: 'en', label: 'English' },
];

/** All zones this browser knows, and the one that is chosen. */
export const zoneOptions = (chosen: string): { value: string; label: string }[] =>
  [...new Set([chosen, ...Intl.supportedValuesOf('timeZone')])]
    .filter((zone) => zone !== '')
    .sort()
    .map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
