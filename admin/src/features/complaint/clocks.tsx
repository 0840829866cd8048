import {
  CheckCircleFilled,
  ClockCircleOutlined,
  PauseCircleOutlined,
  PhoneOutlined,
  WarningFilled,
} from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { ClockView, ComplaintDetail } from '#http/schemas/complaint';
import { howLong } from '../../components/due.tsx';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { RowsSkeleton } from '../../components/states.tsx';
import { useWhen } from '../../components/when.tsx';
import { type Key, useWords } from '../../i18n/language.ts';
import { useNow } from '../clock/system-clock.tsx';

const Why = lazy(() => import('./why.tsx'));
/** Clocks the API can explain. */
const EXPLAINED = new Set<ClockView['what']>(['acknowledge', 'reply', 'resolve', 'wait']);

const ICONS = {
  running: <ClockCircleOutlined aria-hidden />,
  paused: <PauseCircleOutlined aria-hidden />,
  met: <CheckCircleFilled aria-hidden />,
  missed: <WarningFilled aria-hidden />,
};

/** Every deadline of the complaint: where it stands in words, and why it is what it is. */
export function Clocks({ complaint }: { complaint: ComplaintDetail }) {
  const { t } = useWords();
  const [asked, setAsked] = useState<{ what: ClockView['what']; open: boolean } | null>(null);
  if (complaint.clocks.length === 0) return <p className="quiet">{t('clock.empty')}</p>;
  return (
    <>
      <ul className="clocks">
        {complaint.clocks.map((clock) => (
          <Clock
            key={`${clock.what} ${clock.call ?? ''}`}
            clock={clock}
            site={complaint.site}
            name={t(nameOf(clock.what, complaint))}
            why={() => setAsked({ what: clock.what, open: true })}
          />
        ))}
      </ul>
      {asked && (
        <SideDrawer
          open={asked.open}
          close={() => setAsked({ ...asked, open: false })}
          title={t('why.title', { clock: t(nameOf(asked.what, complaint)) })}
        >
          <Suspense fallback={<RowsSkeleton />}>
            <Why complaint={complaint} what={asked.what} />
          </Suspense>
        </SideDrawer>
      )}
    </>
  );
}

/** An order is not acknowledged but accepted, and then its work is checked; a visit is accepted and made. */
function nameOf(what: ClockView['what'], { kind, status, clocks }: ComplaintDetail): Key {
  if (kind === 'complaint') return `clockName.${what}`;
  const visit = kind === 'visit';
  switch (what) {
    case 'acknowledge':
      if (status !== 'assigned') return 'clockName.level';
      return visit ? 'clockName.takeVisit' : 'clockName.accept';
    case 'resolve':
      return visit ? 'clockName.visitBy' : 'clockName.resolve';
    case 'wait':
      if (!visit) return 'clockName.wait';
      // Its clock starts when it is due: whatever it waits for afterwards is an answer.
      return clocks.some((one) => one.what === 'resolve') ? 'clockName.answer' : 'clockName.visitFrom';
    default:
      return `clockName.${what}`;
  }
}

interface ClockProps {
  clock: ClockView;
  name: string;
  site: string;
  why: () => void;
}

function Clock({ clock, name, site, why }: ClockProps) {
  const { t, language } = useWords();
  const now = useNow();
  const when = useWhen(site);
  const deadline = Date.parse(clock.deadline);
  const late = clock.state === 'missed' || (clock.state === 'running' && deadline <= now);
  const words: Record<ClockView['state'], [Key, Record<string, string>]> = {
    running: howLong(deadline, now, language),
    paused: ['clock.paused', {}],
    met: ['clock.met', { when: clock.metAt ? when.at(clock.metAt) : '' }],
    missed: clock.metAt ? ['clock.metLate', { when: when.at(clock.metAt) }] : howLong(deadline, now, language),
  };
  return (
    <li className="clock" data-state={late ? 'missed' : clock.state}>
      <span className="clock-icon">
        {clock.what === 'call' ? <PhoneOutlined aria-hidden /> : ICONS[late ? 'missed' : clock.state]}
      </span>
      <span className="clock-name">
        {name}
        {clock.promised && <span className="level">{t('clock.promised')}</span>}
      </span>
      <span className="clock-state">{t(...words[clock.state])}</span>
      <span className="clock-deadline quiet">
        {t('clock.by', { when: when.at(clock.deadline) })}
        {EXPLAINED.has(clock.what) && (
          <Button type="link" size="small" onClick={why} aria-label={t('why.title', { clock: name })}>
            {t('why.ask')}
          </Button>
        )}
      </span>
    </li>
  );
}
