import { FileAddOutlined, InboxOutlined, UnorderedListOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { useWords } from '../../i18n/language.ts';
import { useMay } from '../workplace/may.ts';

/** One list of places; CSS puts it at the side of a desk screen and at the bottom of a phone. */
export function Navigation() {
  const { t } = useWords();
  const mayList = useMay('item.list');
  const mayFile = useMay('item.file');
  return (
    <nav className="shell-nav" aria-label={t('nav.label')}>
      <Place to="/work" icon={<InboxOutlined />} label={t('nav.work')} />
      {mayList && <Place to="/complaints" icon={<UnorderedListOutlined />} label={t('nav.complaints')} exact />}
      {mayFile && <Place to="/complaints/new" icon={<FileAddOutlined />} label={t('nav.new')} />}
    </nav>
  );
}

function Place({ to, icon, label, exact = false }: { to: string; icon: ReactNode; label: string; exact?: boolean }) {
  return (
    <NavLink to={to} end={exact} className="shell-place">
      <span aria-hidden="true">{icon}</span>
      <span>{label}</span>
    </NavLink>
  );
}
