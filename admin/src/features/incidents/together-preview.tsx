import { MailOutlined, PhoneOutlined, WarningOutlined } from '@ant-design/icons';
import { Link } from 'react-router';
import { fillIn } from '#domain/incident';
import type { Language } from '#domain/text';
import { actionLabel } from '#domain/words';
import type { IncidentMemberView } from '#http/schemas/incident';
import { useWords } from '../../i18n/language.ts';
import { isAble, needsPhoto, type Together } from './together.ts';

interface TogetherPreviewProps {
  action: Together;
  members: readonly IncidentMemberView[];
  texts: Partial<Record<Language, string>>;
}
const MARKS = {
  mail: <MailOutlined aria-hidden />,
  call: <PhoneOutlined aria-hidden />,
  none: <WarningOutlined aria-hidden />,
};

/** What each resident gets, filled in by the same function that the server sends with. */
export function TogetherPreview({ action, members, texts }: TogetherPreviewProps) {
  const { t, language } = useWords();
  return (
    <section className="preview" aria-label={t('incident.preview')}>
      <h3>{t('incident.preview')}</h3>
      <ul>
        {members.map((member) => {
          const { complaint, values, via, language: reader, actions } = member;
          const able = isAble(member, action);
          const ownPage = actions.includes(action) && needsPhoto(member, action);
          const text = fillIn(texts[reader] ?? '', values);
          return (
            <li key={complaint.id} data-off={!able}>
              <span className="preview-who">
                <strong>{values.name}</strong>
                <span className="quiet">{values.unit}</span>
                <span className="quiet">
                  {MARKS[via]} {t(`incident.via.${via}`)}
                </span>
              </span>
              {ownPage && (
                <span className="quiet">
                  {t('incident.needsPhoto')} <Link to={`/complaints/${complaint.id}`}>{t('incident.openIt')}</Link>
                </span>
              )}
              {!able && !ownPage && (
                <span className="quiet">{t('incident.cannot', { action: actionLabel(action, language) })}</span>
              )}
              {able && complaint.status === 'assigned' && <span className="quiet">{t('incident.takesOver')}</span>}
              {able && (
                <p className="prose" lang={reader}>
                  {text || <span className="quiet">{t('incident.previewEmpty')}</span>}
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
