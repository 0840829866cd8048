import { LockOutlined } from '@ant-design/icons';
import { type HttpError, useCustom } from '@refinedev/core';
import { Button } from 'antd';
import { useState } from 'react';
import type { CareFlagView, ItemCare as Known } from '#http/schemas/care';
import { Card } from '../../components/card.tsx';
import { useWords } from '../../i18n/language.ts';
import '../../styles/care.css';
import { useKindNames, useSend, type WholeFlag } from './use-care.ts';

/** What whoever works on an item should know of the household before they ring; nothing where there is nothing for them. */
export default function ItemCare({ item }: { item: string }) {
  const { t, language } = useWords();
  const { query } = useCustom<Known, HttpError>({
    url: `/api/care/items/${item}`,
    method: 'get',
    errorNotification: false,
  });
  const known = query.data?.data;
  if (!known || known.flags.length === 0) return null;
  return (
    <Card title={t('care.title')}>
      {known.hints.map((hint) => (
        <p key={hint[language]}>{hint[language]}</p>
      ))}
      <ul className="care-flags care-hints">
        {known.flags.map((flag) => (
          <Flag key={flag.id} flag={flag} item={item} kinds={known.kinds} />
        ))}
      </ul>
    </Card>
  );
}

function Flag({ flag, item, kinds }: { flag: CareFlagView; item: string; kinds: Known['kinds'] }) {
  const { t } = useWords();
  const { send, busy } = useSend();
  const kindName = useKindNames(kinds);
  const [opened, setOpened] = useState<WholeFlag | null>(null);
  const whole = flag.shown === 'whole' ? flag : opened;
  const look = async () => {
    const found = await send<CareFlagView>(`/api/care/items/${item}/flags/${flag.id}/look`);
    if (found?.shown === 'whole') setOpened(found);
  };
  if (whole === null)
    return (
      <li className="care-flag" data-closed="true">
        <span className="care-closed">
          <LockOutlined aria-hidden /> {t('care.folded')}
        </span>
        <Button loading={busy} onClick={() => void look()}>
          {t('care.open')}
        </Button>
      </li>
    );
  return (
    <li className="care-flag">
      <strong>{[kindName(whole.kind), ...(whole.member ? [whole.member] : [])].join(' · ')}</strong>
      {whole.note && <p className="prose">{whole.note}</p>}
    </li>
  );
}
