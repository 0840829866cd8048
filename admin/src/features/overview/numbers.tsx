import { WarningFilled } from '@ant-design/icons';
import { type HttpError, useCustom } from '@refinedev/core';
import { Skeleton } from 'antd';
import { Link } from 'react-router';
import type { Home } from '#http/schemas/home';
import { Failed } from '../../components/states.tsx';
import { type Key, useWords } from '../../i18n/language.ts';

const EVERY = 30_000;
const TILES: readonly { name: keyof Home; label: Key; note: Key; to: string }[] = [
  { name: 'open', label: 'home.open', note: 'home.openNote', to: '/complaints' },
  { name: 'overdue', label: 'home.overdue', note: 'home.overdueNote', to: '/complaints?list=overdue' },
  { name: 'waiting', label: 'home.waiting', note: 'home.waitingNote', to: '/work' },
  { name: 'promised', label: 'home.promised', note: 'home.promisedNote', to: '/complaints?list=promised' },
  { name: 'reopened', label: 'home.reopened', note: 'home.reopenedNote', to: '/complaints?list=reopened' },
];

/** Each number leads to the list it is the length of. */
export function Numbers({ site }: { site: string }) {
  const { t } = useWords();
  const { query } = useCustom<Home & { id?: string }, HttpError>({
    url: '/api/home',
    method: 'get',
    config: { query: { site } },
    queryOptions: { refetchInterval: EVERY },
    errorNotification: false,
  });
  const home = query.data?.data;
  if (query.error && !home) return <Failed message={query.error.message} retry={() => void query.refetch()} />;
  return (
    <ul className="home-numbers" aria-label={t('home.numbers')} aria-busy={!home}>
      {TILES.map(({ name, label, note, to }) => {
        const counted = home?.[name];
        const alarming = name === 'overdue' && counted !== undefined && counted.count > 0;
        return (
          <li key={name}>
            <Link to={to} className="home-number" data-alarming={alarming} data-none={counted?.count === 0}>
              <span className="home-number-label">
                {alarming && <WarningFilled aria-hidden />}
                {t(label)}
              </span>
              <span className="home-number-value">
                {counted ? `${counted.count}${counted.more ? '+' : ''}` : <Skeleton.Button active size="small" />}
              </span>
              <span className="home-number-note">{t(note)}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
