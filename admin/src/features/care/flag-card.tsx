import { LockOutlined } from '@ant-design/icons';
import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import type { CareFlagView } from '#http/schemas/care';
import { dayWords } from '../../components/day-words.ts';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { ReviewButton } from './review-button.tsx';
import { type Care, useKindNames, useSend, type WholeFlag } from './use-care.ts';
import { yearlyWords } from './yearly-words.ts';

interface FlagCardProps {
  flag: CareFlagView;
  care: Care;
  site: string;
  edit: (flag: WholeFlag) => void;
}

/** One care flag. A sensitive one is opened on purpose, and closes with the page. */
export function FlagCard({ flag, care, site, edit }: FlagCardProps) {
  const { t } = useWords();
  const { send, busy } = useSend();
  const [opened, setOpened] = useState<WholeFlag | null>(null);
  const path = `/api/care/households/${encodeURIComponent(flag.household)}/flags/${flag.id}`;
  const look = async () => {
    const found = await send<CareFlagView>(`${path}/look`);
    if (found?.shown === 'whole') setOpened(found);
  };
  const whole = flag.shown === 'whole' ? flag : opened;
  if (flag.shown === 'masked')
    return (
      <li className="care-flag" data-closed="true">
        <span className="care-closed">
          <LockOutlined aria-hidden /> {t('care.masked')}
        </span>
        {care.editable && <EndButton path={path} />}
      </li>
    );
  if (whole === null)
    return (
      <li className="care-flag" data-closed="true">
        <span className="care-closed">
          <LockOutlined aria-hidden /> {t('care.folded')}
          {flag.reviewDue && <span className="care-due">{t('care.reviewDue')}</span>}
        </span>
        <Button loading={busy} onClick={() => void look()}>
          {t('care.open')}
        </Button>
      </li>
    );
  return (
    <li className="care-flag">
      <Words flag={whole} care={care} site={site} />
      <div className="care-buttons">
        {care.editable && (
          <>
            <ReviewButton flag={whole} care={care} site={site} path={path} reviewed={() => setOpened(null)} />
            <Button
              onClick={() => {
                edit(whole);
                setOpened(null);
              }}
            >
              {t('care.edit')}
            </Button>
            <EndButton path={path} />
          </>
        )}
        {opened && (
          <Button type="text" onClick={() => setOpened(null)}>
            {t('care.close')}
          </Button>
        )}
      </div>
    </li>
  );
}

function Words({ flag, care, site }: { flag: WholeFlag; care: Care; site: string }) {
  const { t, language } = useWords();
  const { names } = useWorkplace();
  const when = useWhen(site);
  const kindName = useKindNames(care.kinds);
  const day = (date: string) => dayWords(date, language, true);
  const { by, on, how } = flag.consent;
  return (
    <>
      <div className="care-head">
        <strong>{kindName(flag.kind)}</strong>
        <span className="care-tag">{t(`care.occasion.${flag.occasion}`)}</span>
        {flag.sensitivity === 'sensitive' && <span className="care-tag">{t('care.sensitive')}</span>}
        {flag.reviewDue && <span className="care-due">{t('care.reviewDue')}</span>}
      </div>
      <span>
        {flag.member ?? t('care.wholeHousehold')}
        {flag.day && ` · ${yearlyWords(flag.day, language)}`}
      </span>
      {flag.note && <p className="prose">{flag.note}</p>}
      <dl className="care-facts quiet">
        <Fact label={t('care.consent')}>{`${by} · ${t(`care.consentWay.${how}`)} · ${day(on)}`}</Fact>
        <Fact label={t('care.source')}>{t(`care.source.${flag.source}`)}</Fact>
        <Fact label={t('care.days')}>
          {flag.to
            ? t('care.fromTo', { from: day(flag.from), to: day(flag.to) })
            : t('care.since', { from: day(flag.from) })}
        </Fact>
        <Fact label={t('care.reviewBy')}>{day(flag.reviewBy)}</Fact>
        {flag.visibleTo.length > 0 && (
          <Fact label={t('care.visibleTo')}>
            {flag.visibleTo.map((one) => t(`care.audience.${one}`)).join(language === 'en' ? ', ' : '、')}
          </Fact>
        )}
        <Fact label={t('care.changed')}>{`${names.person(flag.changedBy)} · ${when.at(flag.changedAt)}`}</Fact>
      </dl>
    </>
  );
}

const Fact = ({ label, children }: { label: string; children: string }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

/** Nothing is kept of what it said, so it asks why, and whether that is meant. */
function EndButton({ path }: { path: string }) {
  const { t } = useWords();
  const { modal } = App.useApp();
  const { send, busy } = useSend();
  const ask = (why: 'withdrawn' | 'over') =>
    modal.confirm({
      title: t(`care.endAsk.${why}`),
      content: t('care.endHint'),
      okText: t('care.endNow'),
      okButtonProps: { danger: true },
      cancelText: t('action.cancel'),
      onOk: () => send(`${path}/end`, { why }, t('care.ended')),
    });
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: (['withdrawn', 'over'] as const).map((why) => ({ key: why, label: t(`care.endWhy.${why}`) })),
        onClick: ({ key }) => void ask(key === 'over' ? 'over' : 'withdrawn'),
      }}
    >
      <Button loading={busy}>{t('care.end')}</Button>
    </Dropdown>
  );
}
