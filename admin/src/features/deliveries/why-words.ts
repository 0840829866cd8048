import { useWords } from '../../i18n/language.ts';

/** What mail servers' answers mean, by the enhanced status codes of RFC 3463. */
const MEANINGS = [
  [/\b[45]\.1\.\d/, 'delivery.noMailbox'],
  [/\b[45]\.2\.2\b/, 'delivery.full'],
  [/\b[45]\.7\.\d/, 'delivery.unwanted'],
] as const;

/** Why a mail did not arrive, in words; `said` is the mail server's own answer where the words are ours. */
export function useWhyWords(): (error: string) => { why: string; said: string | null } {
  const { t } = useWords();
  return (error) => {
    if (error === 'suppressed') return { why: t('delivery.suppressed'), said: null };
    if (error === 'no address') return { why: t('delivery.noAddress'), said: null };
    const meaning = MEANINGS.find(([code]) => code.test(error));
    return meaning ? { why: t(meaning[1]), said: error } : { why: error, said: null };
  };
}
