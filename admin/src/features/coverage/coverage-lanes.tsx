import type { Lane } from '#domain/coverage/gap';
import { useWords } from '../../i18n/language.ts';
import { useNow } from '../clock/system-clock.tsx';
import { CoverageScale } from './coverage-scale.tsx';
import { CoverageStrip } from './coverage-strip.tsx';
import { GapList } from './gap-list.tsx';
import { groupGaps } from './group-gaps.ts';
import { useGapWords } from './use-gap-words.ts';

interface CoverageLanesProps {
  lanes: readonly Lane[];
  site: string;
  zone: string;
  from: number;
  to: number;
}

/** Each level with its days, and below what is to be done about them. */
export function CoverageLanes({ folded = false, ...props }: CoverageLanesProps & { folded?: boolean }) {
  const { t } = useWords();
  if (!folded) return <LaneList {...props} />;
  const isSound = ({ ownerUnknown, gaps }: Lane) => !ownerUnknown && gaps.every(({ state }) => state === 'one');
  const sound = props.lanes.filter(isSound);
  return (
    <>
      <LaneList {...props} lanes={props.lanes.filter((lane) => !isSound(lane))} />
      {sound.length > 0 && (
        <details className="coverage-sound">
          <summary>{t('coverage.soundLevels', { count: sound.length })}</summary>
          <LaneList {...props} lanes={sound} />
        </details>
      )}
    </>
  );
}

function LaneList({ lanes, site, zone, from, to }: CoverageLanesProps) {
  const said = useGapWords(site, zone);
  return (
    <ul className="coverage-lanes">
      {lanes.map((lane) => (
        <LaneRow
          key={lane.rungs.map(({ step, level }) => `${step}/${level}`).join()}
          {...{ lane, said, from, to, zone }}
        />
      ))}
    </ul>
  );
}

interface LaneRowProps extends Pick<CoverageLanesProps, 'from' | 'to' | 'zone'> {
  lane: Lane;
  said: ReturnType<typeof useGapWords>;
}

function LaneRow({ lane, said, from, to, zone }: LaneRowProps) {
  const { t } = useWords();
  const now = useNow();
  const name = said.rungs(lane.rungs);
  const groups = groupGaps(lane.gaps, now);
  const bad = groups.filter(({ state }) => state !== 'one');
  const single = groups.filter(({ state }) => state === 'one');
  return (
    <li>
      <strong>{name}</strong>
      {lane.ownerUnknown ? (
        <p className="quiet">{t('coverage.ownerUnknown')}</p>
      ) : (
        <div>
          <CoverageStrip gaps={lane.gaps} from={from} to={to} />
          <CoverageScale from={from} to={to} zone={zone} />
        </div>
      )}
      {!lane.ownerUnknown && groups.length === 0 && <p className="quiet">{t('coverage.covered')}</p>}
      {bad.length > 0 && <GapList groups={bad} end={to} said={said} label={name} />}
      {single.length > 0 && (
        <details>
          <summary>{t('coverage.single', { count: single.length })}</summary>
          <GapList groups={single} end={to} said={said} label={t('coverage.singleOf', { level: name })} />
        </details>
      )}
    </li>
  );
}
