import { Button } from 'antd';
import { useState } from 'react';
import type { ComplaintSummary } from '#http/schemas/complaint';
import { useWords } from '../../i18n/language.ts';
import LinkDrawer from './link-drawer.tsx';

interface ChosenBarProps {
  site: string;
  chosen: readonly ComplaintSummary[];
  leave: () => void;
}

/** While several complaints are being chosen from the list: how many, and what to do with them. */
export default function ChosenBar({ site, chosen, leave }: ChosenBarProps) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <section className="chosen-bar" aria-label={t('same.button')}>
      <Button type="primary" disabled={chosen.length === 0} onClick={() => setOpen(true)}>
        {t('same.title')}
      </Button>
      <span role="status">{t('same.chosen', { n: chosen.length })}</span>
      <Button onClick={leave}>{t('same.cancel')}</Button>
      <LinkDrawer site={site} complaints={chosen} open={open} close={() => setOpen(false)} />
    </section>
  );
}
