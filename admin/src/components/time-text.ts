/** "9:5", "9：05", "905", "18" as people type a time -> "09:05", "18:00"; null: not a time of the day. */
export function timeOf(typed: string): string | null {
  const text = typed.trim().replace('：', ':');
  const [, hour = '', minute = '0'] = /^(\d{1,2})(?::(\d{1,2}))?$/.exec(text) ?? /^(\d{1,2})(\d{2})$/.exec(text) ?? [];
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return null;
  return `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
}
