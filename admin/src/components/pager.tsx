import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useWords } from '../i18n/language.ts';
import type { CursorList } from './cursor-list.ts';

/** "Newer" and "older" would lie where the most urgent come first, so the words are "back" and "more". Hidden with one page. */
export function Pager({ list }: { list: Pick<CursorList<unknown>, 'page' | 'newer' | 'older'> }) {
  const { t } = useWords();
  if (!list.newer && !list.older) return null;
  return (
    <nav className="pager" aria-label={t('pager.label')}>
      <Button icon={<LeftOutlined />} disabled={!list.newer} onClick={() => list.newer?.()}>
        {t('pager.back')}
      </Button>
      <span className="quiet">{t('pager.page', { page: list.page })}</span>
      <Button icon={<RightOutlined />} iconPosition="end" disabled={!list.older} onClick={() => list.older?.()}>
        {t('pager.more')}
      </Button>
    </nav>
  );
}
