import { openImprovement } from '#domain/improvement/course';
import type { Improvement, Measured } from '#domain/improvement/improvement';
import type { PersonId } from '#domain/item';
import type { FigureRef } from '#domain/learned/figure';
import { localDate } from '#domain/time';
import type { Ports } from '#ports';
import type { Facts } from '../load-facts.ts';
import { siteOf } from '../site-access.ts';
import { noticeOf } from './notices.ts';

export interface ToOpen {
  id: string;
  company: string;
  ref: FigureRef;
  target: number;
  days: number;
  before: Measured;
  by: PersonId | 'system';
  /** Who is told. */
  tell: PersonId | null;
}

/** The next number and the row; whoever is to plan it is told in the same transaction. Throws NotFound | FigureTaken | ImprovementChanged. */
export async function openOne(
  ports: Pick<Ports, 'clock' | 'items' | 'improvements'>,
  { by, tell, ...opening }: ToOpen,
  facts: Facts,
): Promise<Improvement> {
  const now = ports.clock.now();
  const { company, ref } = opening;
  const { code, zone } = siteOf(ref.site, facts.directory);
  const today = localDate(now, zone);
  const count = await ports.items.nextNumber(company, ref.site, `improvement/${today}`);
  const number = `${code}P-${today.slice(2).replaceAll('-', '')}-${String(count).padStart(3, '0')}`;
  const improvement = openImprovement({ ...opening, number }, { by, at: now, today });
  const notices = tell === null ? [] : [noticeOf(improvement, { why: 'opened', to: tell, once: 'opened' }, facts, now)];
  await ports.improvements.put(improvement, notices);
  return improvement;
}
