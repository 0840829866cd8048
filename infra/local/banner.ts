import type { LocalSettings } from './environment.ts';
import type { DemoPerson, SignInRole } from './people.ts';

const roleNames: Record<SignInRole, string> = {
  admin: '公司管理员 company admin',
  manager: '管理人员 manager',
  staff: '员工 staff',
  viewer: '只读 viewer',
};
const roles = ['admin', 'manager', 'staff', 'viewer'] as const satisfies readonly SignInRole[];
const SHOWN = 3;

/** What a new user reads after `npm start`: where to look and whom to be. */
export const banner = (
  { origin, inboxPort }: Pick<LocalSettings, 'origin' | 'inboxPort'>,
  people: readonly DemoPerson[],
): string => {
  const sites = [...new Set(people.flatMap((person) => person.sites.map(({ id }) => id)))];
  const lines = roles.flatMap((role) => {
    const those = people.filter((person) => person.role === role);
    if (those.length === 0) return [];
    const names = those.slice(0, SHOWN).map(({ name, email }) => `${name['zh-CN']} ${email}`);
    const more = those.length > SHOWN ? ` (+${those.length - SHOWN})` : '';
    return [`  ${roleNames[role]}:\n    ${names.join('\n    ')}${more}`];
  });
  return [
    '',
    '事务管家 Steward 已就绪 is ready.',
    '',
    `  管理后台 Panel  ${origin}/`,
    `  收件箱   Inbox  http://127.0.0.1:${inboxPort}/`,
    ...sites.map((site) => `  业主报事 Residents  ${origin}/report/${site}`),
    '',
    '登录时点选一人，无需密码 Sign in by choosing a person, no password:',
    ...lines,
    '',
    'Ctrl-C 停止 stops; npm start -- --reset 重新开始 begins anew.',
    '',
  ].join('\n');
};
