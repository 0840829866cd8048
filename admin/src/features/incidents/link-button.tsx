import { LinkOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { ComplaintDetail } from '#http/schemas/complaint';
import { useWords } from '../../i18n/language.ts';
import LinkDrawer from './link-drawer.tsx';

/** On a complaint's own page. */
export default function LinkButton({ complaint }: { complaint: ComplaintDetail }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<LinkOutlined />} onClick={() => setOpen(true)}>
        {t('same.one')}
      </Button>
      <LinkDrawer site={complaint.site} complaints={[complaint]} open={open} close={() => setOpen(false)} />
    </>
  );
}
