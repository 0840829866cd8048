import { useId } from 'react';
import { coverageStates, type Gap } from '#domain/coverage/gap';
import { stripOf } from '#domain/coverage/strip';
import { durationWords } from '#domain/words';
import { useWords } from '../../i18n/language.ts';

interface CoverageStripProps {
  gaps: readonly Gap[];
  from: number;
  to: number;
}
const WIDTH = 900;
const HEIGHT = 24;
/** An hour is a fraction of a pixel; a gap must be seen all the same. */
const LEAST = 2.5;

/** The days of a forecast from left to right: what is nobody is tall and red, one person low and amber, who leaves striped. */
export function CoverageStrip({ gaps, from, to }: CoverageStripProps) {
  const { t, language } = useWords();
  const stripes = useId();
  const strip = stripOf(gaps)
    .map((one) => ({ ...one, from: Math.max(from, one.from), to: Math.min(to, one.to) }))
    .filter((one) => one.to > one.from);
  const x = (at: number) => ((at - from) / (to - from)) * WIDTH;
  const lengths = coverageStates.map((state) => ({
    state,
    ms: strip.reduce((sum, one) => sum + (one.state === state ? one.to - one.from : 0), 0),
  }));
  const said = lengths
    .filter(({ ms }) => ms > 0)
    .map(({ state, ms }) => t(`coverage.length.${state}`, { length: durationWords(ms, language) }))
    .join(language === 'en' ? ', ' : '，');
  // Drawn last lies on top.
  const worstLast = [...strip].sort((a, b) => coverageStates.indexOf(b.state) - coverageStates.indexOf(a.state));
  return (
    <svg
      className="coverage-strip"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={said || t('coverage.covered')}
    >
      <defs>
        <pattern id={stripes} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="4" height="8" className="coverage-stripe" />
        </pattern>
      </defs>
      <rect width={WIDTH} height={HEIGHT} className="coverage-ground" />
      {worstLast.map((one) => {
        const low = one.state === 'one';
        return (
          <rect
            key={`${one.state} ${one.from}`}
            data-state={one.state}
            x={x(one.from)}
            y={low ? HEIGHT * 0.62 : 0}
            width={Math.max(LEAST, x(one.to) - x(one.from))}
            height={low ? HEIGHT * 0.38 : HEIGHT}
            {...(one.state === 'leaving' && { fill: `url(#${stripes})` })}
          />
        );
      })}
    </svg>
  );
}
