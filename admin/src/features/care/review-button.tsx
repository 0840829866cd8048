import { Button, Form, Input, Popover } from 'antd';
import { useState } from 'react';
import { addDays, localDate } from '#domain/time';
import { Labelled } from '../../components/labelled.tsx';
import { useWords } from '../../i18n/language.ts';
import { useNow } from '../clock/system-clock.tsx';
import { useZone } from '../workplace/workplace.tsx';
import { type Care, useSend, type WholeFlag } from './use-care.ts';

interface ReviewButtonProps {
  flag: WholeFlag;
  care: Care;
  site: string;
  path: string;
  reviewed: () => void;
}

/** "Still right": asks only when to look again, and proposes what the kind says. */
export function ReviewButton({ flag, care, site, path, reviewed }: ReviewButtonProps) {
  const { t } = useWords();
  const today = localDate(useNow(), useZone(site));
  const { send, busy } = useSend();
  const [open, setOpen] = useState(false);
  const [reviewBy, setReviewBy] = useState(() => nextReview(care, flag.kind, today));
  const save = async () => {
    if (await send(`${path}/review`, { expected: flag.version, reviewBy }, t('care.reviewed'))) {
      setOpen(false);
      reviewed();
    }
  };
  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      title={t('care.reviewAsk')}
      content={
        <Form layout="vertical" component="div" className="care-review">
          <Labelled label={t('care.reviewNext')}>
            {(id) => (
              <Input
                id={id}
                type="date"
                min={addDays(today, 1)}
                value={reviewBy}
                onChange={({ target }) => setReviewBy(target.value)}
              />
            )}
          </Labelled>
          <Button type="primary" loading={busy} disabled={reviewBy === ''} onClick={() => void save()}>
            {t('care.reviewSave')}
          </Button>
        </Form>
      }
    >
      <Button type={flag.reviewDue ? 'primary' : 'default'}>{t('care.review')}</Button>
    </Popover>
  );
}

const DAYS_A_MONTH = 30;
/** When a flag of the kind is looked at again; half a year where the kind is not known any more. */
export const nextReview = ({ kinds }: Pick<Care, 'kinds'>, kind: string | undefined, today: string): string =>
  addDays(today, (kinds.find(({ id }) => id === kind)?.reviewMonths ?? 6) * DAYS_A_MONTH);
