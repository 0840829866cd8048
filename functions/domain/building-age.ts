/**
 * Complaints come in three waves over a building's life: in the first half year after delivery (交付), until two years, and
 * after eight; between the second and the third it is settled.
 */
export type Wave = 'notYet' | 'first' | 'second' | 'settled' | 'third';

/** Full months from the delivery to `today`, both 'YYYY-MM-DD'; negative before it. */
export function monthsSince(handedOver: string, today: string): number {
  const month = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  return month(today) - month(handedOver) - (today.slice(8) < handedOver.slice(8) ? 1 : 0);
}

export function waveOf(handedOver: string, today: string): Wave {
  const months = monthsSince(handedOver, today);
  if (months < 0) return 'notYet';
  if (months < 6) return 'first';
  if (months < 24) return 'second';
  return months < 96 ? 'settled' : 'third';
}
