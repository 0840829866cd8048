import { UserOutlined } from '@ant-design/icons';
import { useLogout } from '@refinedev/core';
import { Dropdown } from 'antd';
import { changeLanguage, useWords } from '../../i18n/language.ts';
import { useWorkplace } from '../workplace/workplace.tsx';

/** Name and role, the other language, and the way out. */
export function UserMenu() {
  const { t, language } = useWords();
  const { me } = useWorkplace();
  const { mutate: logout } = useLogout();
  const name = me.person.name[language];
  const other =
    language === 'en' ? ({ code: 'zh-CN', name: '中文' } as const) : ({ code: 'en', name: 'English' } as const);
  const items = [
    {
      key: 'who',
      disabled: true,
      label: (
        <span className="user-who">
          <strong>{name}</strong>
          <span>{t(`role.${me.person.role}`)}</span>
        </span>
      ),
    },
    { type: 'divider' as const },
    {
      key: 'language',
      label: <span lang={other.code}>{other.name}</span>,
      onClick: () => void changeLanguage(other.code, true),
    },
    { key: 'signOut', label: t('user.signOut'), onClick: () => logout() },
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <button type="button" className="user-button" aria-label={t('user.menu', { name })}>
        <UserOutlined aria-hidden />
        <span className="desk-only">{name}</span>
      </button>
    </Dropdown>
  );
}
