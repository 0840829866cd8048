import { ArrowLeftOutlined, DownOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { actionLabel } from '#domain/words';
import type { ComplaintDetail, OfferedAction } from '#http/schemas/complaint';
import { itemPath } from '../../components/item-words.ts';
import { usePhone } from '../../components/media.ts';
import { useWords } from '../../i18n/language.ts';
import { pointsToFill } from '../orders/checklist-values.ts';
import { elsewhere } from './action-fields.ts';
import { ActionForm } from './action-form.tsx';

/** What moves the complaint on stands first and large; the rest is there, but smaller. */
const LEADING = new Set<string>([
  'visited',
  'acknowledge',
  'accept',
  'resolve',
  'complete',
  'promise',
  'reply',
  'verdict',
  'approve',
  'decline',
  'resume',
  'called',
  'reopen',
]);

/** Nobody was at home: the resident is to hear when somebody comes again. */
const proposed = ({ action }: OfferedAction, { actions }: ComplaintDetail): string | null =>
  action === 'noAnswer' && actions.some((one) => one.action === 'promise') ? 'promise' : null;

/** Only the actions offered now to this person, each with its form. */
export function ActionPanel({ complaint, done }: { complaint: ComplaintDetail; done?: () => void }) {
  const { t, language } = useWords();
  const phone = usePhone();
  const navigate = useNavigate();
  const [more, setMore] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const actions = complaint.actions.filter(({ action }) => !elsewhere.has(action));
  const offered = actions.find(({ action }) => action === chosen);
  if (actions.length === 0) {
    return <p className="quiet">{complaint.endedAt ? t('action.ended') : t('action.none')}</p>;
  }
  if (offered) {
    return (
      <section className="action-open" aria-label={actionLabel(offered.action, language, complaint.kind)}>
        <div className="action-open-head">
          <Button
            type="text"
            icon={<ArrowLeftOutlined />}
            aria-label={t('action.back')}
            onClick={() => setChosen(null)}
          />
          <h3>{actionLabel(offered.action, language, complaint.kind)}</h3>
        </div>
        <ActionForm
          key={offered.action}
          complaint={complaint}
          offered={offered}
          cancel={() => setChosen(null)}
          done={() => {
            const next = proposed(offered, complaint);
            setChosen(next);
            if (next === null) done?.();
          }}
        />
      </section>
    );
  }
  const toFill = pointsToFill(complaint);
  const leading = actions.filter(({ action }) => LEADING.has(action));
  const other = actions.filter(({ action }) => !LEADING.has(action));
  const button = ({ action }: OfferedAction, primary: boolean) => (
    <Button key={action} type={primary ? 'primary' : 'default'} onClick={() => setChosen(action)}>
      {actionLabel(action, language, complaint.kind)}
    </Button>
  );
  return (
    <div className="actions">
      {leading.length > 0 && (
        <div className="actions-leading">
          {toFill > 0 && (
            <Button type="primary" onClick={() => navigate(`${itemPath(complaint)}#checklist`)}>
              {t('check.toFill', { count: toFill })}
            </Button>
          )}
          {leading.map((action, index) => button(action, index === 0 && toFill === 0))}
        </div>
      )}
      {other.length > 0 && (more || !phone || leading.length === 0) && (
        <div className="actions-other">{other.map((action) => button(action, false))}</div>
      )}
      {other.length > 0 && !more && phone && leading.length > 0 && (
        <Button type="text" icon={<DownOutlined />} onClick={() => setMore(true)}>
          {t('action.more')}
        </Button>
      )}
    </div>
  );
}
