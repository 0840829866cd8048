/** "10月10日 周六" / "Sat 10 Oct" of a local date ("2026-10-10"), with its year when asked for. */
export function dayWords(date: string, language: string, withYear = false): string {
  const at = new Date(`${date}T12:00:00Z`);
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { ...options, timeZone: 'UTC' }).format(at);
  const day = format({
    day: 'numeric',
    month: language === 'en' ? 'short' : 'long',
    ...(withYear && { year: 'numeric' }),
  });
  const weekday = format({ weekday: 'short' });
  return language === 'en' ? `${weekday} ${day}` : `${day} ${weekday}`;
}
