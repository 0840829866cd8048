import { RightOutlined } from '@ant-design/icons';
import { type HttpError, useCustom } from '@refinedev/core';
import { Link } from 'react-router';
import { DAY } from '#domain/time';
import type { DutyView } from '#http/schemas/duty';
import { DutyGap } from '../../components/duty-gap.tsx';
import { useWords } from '../../i18n/language.ts';
import { useNow } from '../clock/system-clock.tsx';

const EVERY = 300_000;
/** Days ahead within which somebody has to be found. */
const SOON = 14;

/** Rosters of the site that will have nobody within two weeks. Silent where all is covered, or cannot be read: the rosters' page says so. */
export function DutyGaps({ site, zone }: { site: string; zone: string }) {
  const { t, language } = useWords();
  const now = useNow();
  const { query } = useCustom<DutyView, HttpError>({
    url: '/api/duty',
    method: 'get',
    queryOptions: { refetchInterval: EVERY },
    errorNotification: false,
  });
  const rows = (query.data?.data.data ?? []).filter(
    ({ site: of, gap }) => of === site && gap !== null && Date.parse(gap.from) - now < SOON * DAY,
  );
  if (rows.length === 0) return null;
  return (
    <ul className="home-gaps" aria-label={t('home.gaps')}>
      {rows.map(({ roster, name, gap }) => (
        <li key={roster}>
          <strong>{name[language]}</strong>
          {gap && (
            <DutyGap
              from={Date.parse(gap.from)}
              to={Date.parse(gap.to)}
              person={gap.person?.name[language] ?? null}
              zone={zone}
            />
          )}
          <Link to="/rosters">
            {t('home.toRosters')} <RightOutlined aria-hidden />
          </Link>
        </li>
      ))}
    </ul>
  );
}
