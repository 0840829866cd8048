import type { Asset } from './asset.ts';
import { epochDay } from './civil-date.ts';
import { DAY, type Instant, instantOfDay } from './time.ts';

type Reading = Asset['readings'][number];
/** So many of the latest are kept, and of those before one a week. */
const KEPT = 200;
const MOST = 500;
const WEEK = 7 * DAY;

/** So many days before a certificate ends (电梯年检) its renewal is ordered, in the morning. */
export const RENEWAL_DAYS = 45;
const MORNING = 8 * 60;

/**
 * What the register remembers by itself of an asset that is put there anew or changed: since when it is retired, what was
 * read, when the renewal of its certificate is due to be ordered. `zone`: of its site.
 */
export function rememberedOf(
  before: Pick<Asset, 'meter' | 'readings' | 'retiredAt'> | null,
  { condition, meter, certificateUntil }: Pick<Asset, 'condition' | 'meter' | 'certificateUntil'>,
  now: Instant,
  zone: string,
): Pick<Asset, 'readings' | 'retiredAt' | 'renewalAt'> {
  const isRetired = condition === 'retired';
  return {
    retiredAt: isRetired ? (before?.retiredAt ?? now) : null,
    readings: readingsWith(before, meter),
    renewalAt:
      certificateUntil === null || isRetired
        ? null
        : instantOfDay(epochDay(certificateUntil) - RENEWAL_DAYS, MORNING, zone),
  };
}

/** A meter of another unit, or one that says less than before, is another meter: it begins anew. */
function readingsWith(before: Pick<Asset, 'meter' | 'readings'> | null, meter: Asset['meter']): Reading[] {
  if (meter === null) return [];
  const read = { at: meter.at, value: meter.reading };
  const known = before?.meter?.unit === meter.unit ? knownOf(before.meter, before.readings) : [];
  const last = known.at(-1);
  if (last === undefined || last.value > read.value) return [read];
  if (last.at >= read.at) return known;
  return thinned([...known, read]);
}

/** Assets of before had the last reading only. */
const knownOf = (meter: NonNullable<Asset['meter']>, readings: readonly Reading[]): Reading[] =>
  readings.length > 0 ? [...readings] : [{ at: meter.at, value: meter.reading }];

function thinned(readings: readonly Reading[]): Reading[] {
  if (readings.length <= KEPT) return [...readings];
  const weekly: Reading[] = [];
  for (const one of readings.slice(0, -KEPT)) {
    const last = weekly.at(-1);
    if (last === undefined || Math.floor(one.at / WEEK) > Math.floor(last.at / WEEK)) weekly.push(one);
  }
  return [...weekly, ...readings.slice(-KEPT)].slice(-MOST);
}
