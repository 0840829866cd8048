import { PlayCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../i18n/language.ts';
import type { PreviewProps } from '../workflows/previews.ts';
import SimulatePanel from './simulate-panel.tsx';

/** In the publish drawer: opened on request, and by itself on a page of its own. */
export default function SimulatePreview(props: PreviewProps) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <section aria-label={t('sim.title')}>
      <h3 className="form-heading">{t('sim.title')}</h3>
      {open ? (
        <SimulatePanel {...props} />
      ) : (
        <div className="facts-line">
          <Button icon={<PlayCircleOutlined />} onClick={() => setOpen(true)}>
            {t('sim.here')}
          </Button>
          <Link to={`/workflows/${props.id}/simulate`}>{t('sim.ownPage')}</Link>
        </div>
      )}
    </section>
  );
}
