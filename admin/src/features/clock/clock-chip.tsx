import { ClockCircleOutlined, LoadingOutlined } from '@ant-design/icons';
import { useCustomMutation } from '@refinedev/core';
import { Dropdown } from 'antd';
import { useEffect } from 'react';
import { whenWords } from '#domain/words';
import { useRefreshAll } from '../../components/refresh.ts';
import { useWords } from '../../i18n/language.ts';
import { useWorkplace, useZone } from '../workplace/workplace.tsx';
import { nextWorkingDay } from './next-working-day.ts';
import { useSystemClock } from './system-clock.tsx';

type Move = { advance: string } | { to: string };

/** Local systems only: shows the system's time and moves it on, so that a ladder can be watched climbing. */
export default function ClockChip() {
  const { t, language } = useWords();
  const { now, filling, refresh } = useSystemClock();
  const { site, directory } = useWorkplace();
  const zone = useZone(site?.id);
  const refreshAll = useRefreshAll();
  const { mutateAsync, mutation } = useCustomMutation<{ id?: string }>();
  const busy = mutation.isPending;
  const calendar = directory.calendars.find(({ id }) => id === site?.calendar);

  const move = async (payload: Move) => {
    await mutateAsync({ url: '/local/clock', method: 'post', values: payload, successNotification: false }).catch(
      () => null,
    );
    await refresh();
    await refreshAll();
  };
  const toWorkingDay = async () => {
    const at = calendar && nextWorkingDay(calendar.body, now);
    if (at) await move({ to: new Date(at).toISOString() });
  };
  const items = [
    { key: 'PT15M', label: t('clock.quarter'), onClick: () => void move({ advance: 'PT15M' }) },
    { key: 'PT1H', label: t('clock.hour'), onClick: () => void move({ advance: 'PT1H' }) },
    { key: 'day', label: t('clock.workingDay'), disabled: !calendar, onClick: () => void toWorkingDay() },
  ];
  const time = whenWords(now, now, zone, language);
  // Lists on screen grow meanwhile; when the present is reached they are read a last time.
  const day = filling?.day;
  useEffect(() => {
    if (day === undefined) return;
    return () => void refreshAll();
  }, [day, refreshAll]);
  if (filling)
    return (
      <span className="clock-chip" role="status" title={t('clock.fillingHint')}>
        <LoadingOutlined aria-hidden />
        {t('clock.filling', { day: filling.day, days: filling.days })}
      </span>
    );
  return (
    <Dropdown menu={{ items }} trigger={['click']} disabled={busy} placement="bottomRight">
      <button
        type="button"
        className="clock-chip"
        aria-busy={busy}
        aria-label={t('clock.label', { time })}
        title={t('clock.hint')}
      >
        {busy ? <LoadingOutlined aria-hidden /> : <ClockCircleOutlined aria-hidden />}
        <span>{busy ? t('clock.busy') : time}</span>
      </button>
    </Dropdown>
  );
}
