/** A leap year: every day of the year is one of its days. */
const YEAR = 2024;

/** "05-20" -> "5月20日", "20 May". */
export const yearlyWords = (day: string, language: string): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  }).format(Date.parse(`${YEAR}-${day}T12:00:00Z`));
