/** "9" -> "09:00", "930" -> "09:30", "9:5" -> null; "24:00" is the end of the day. Null: not a time. */
export function readTime(typed: string): string | null {
  const found = /^\s*(\d{1,2})(?:\s*[:：.]?\s*(\d{2}))?\s*$/.exec(typed);
  if (!found) return null;
  const [, hour = '', minute = '00'] = found;
  const time = `${hour.padStart(2, '0')}:${minute}`;
  return /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time) ? time : null;
}
