import { Alert, Button, Popconfirm, Progress } from 'antd';
import { Link } from 'react-router';
import type { InFlightGroup } from '#http/schemas/impact';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { useWords } from '../../i18n/language.ts';
import type { Version } from '../document/kinds.ts';
import { choose, groupKey, useChosen } from './choices.ts';
import { GroupCard } from './group-card.tsx';
import { countOf } from './use-in-flight.ts';
import type { Moving } from './use-moving.ts';

interface MoveDrawerProps {
  open: boolean;
  close: () => void;
  published: Version<'workflow'>;
  /** Those on earlier versions. */
  groups: readonly InFlightGroup[];
  moving: Moving;
  move: () => void;
}

/** Keeps or moves what runs on earlier versions; shows how far a move is and what stayed. */
export function MoveDrawer({ open, close, published, groups, moving, move }: MoveDrawerProps) {
  const { t } = useWords();
  const { id, version, body } = published;
  const chosen = useChosen(id);
  const going = groups.filter((group) => chosen?.moves.has(groupKey(group)));
  const count = countOf([...going]);
  const busy = moving.stage === 'running';
  return (
    <SideDrawer open={open} close={close} title={t('impact.drawer', { version })} width={640}>
      <div className="stack impact">
        <Progressing moving={moving} again={move} />
        {!busy && groups.length > 0 && (
          <>
            <p className="quiet">{t('impact.drawerLead')}</p>
            <ul className="impact-groups">
              {groups.map((group) => {
                const key = groupKey(group);
                return (
                  <GroupCard
                    key={key}
                    id={id}
                    group={group}
                    target={body}
                    draft={false}
                    move={chosen?.moves.get(key) ?? null}
                    choose={(one) => choose(id, key, one, { from: version, target: body })}
                  />
                );
              })}
            </ul>
            {count === 0 ? (
              <p className="quiet">{t('impact.chooseFirst')}</p>
            ) : (
              <div className="form-buttons">
                <Popconfirm
                  title={t('impact.ask', { count, version })}
                  description={t('impact.askHint')}
                  okText={t('impact.moveNow', { count })}
                  cancelText={t('impact.notYet')}
                  onConfirm={move}
                >
                  <Button type="primary">{t('impact.moveNow', { count })}</Button>
                </Popconfirm>
              </div>
            )}
          </>
        )}
      </div>
    </SideDrawer>
  );
}

function Progressing({ moving, again }: { moving: Moving; again: () => void }) {
  const { t } = useWords();
  switch (moving.stage) {
    case 'idle':
      return null;
    case 'running':
      return (
        <div role="status">
          <span>{t('impact.moving', { done: moving.done, all: moving.all })}</span>
          <Progress
            percent={Math.round((100 * moving.done) / Math.max(1, moving.all))}
            status="active"
            aria-label={t('impact.title')}
          />
        </div>
      );
    case 'failed':
      return (
        <Alert
          type="error"
          showIcon
          message={t('impact.failed', { count: moving.moved })}
          description={moving.message}
          action={
            <Button size="small" onClick={again}>
              {t('state.retry')}
            </Button>
          }
        />
      );
    case 'done':
      return (
        <Alert
          type={moving.left.length > 0 ? 'warning' : 'success'}
          showIcon
          role="status"
          message={t('impact.moved', { count: moving.moved })}
          description={
            moving.left.length > 0 && (
              <>
                <p>{t('impact.left', { count: moving.left.length })}</p>
                <ul className="impact-left">
                  {moving.left.map(({ item, refused }) => (
                    <li key={item.id}>
                      <Link to={`/complaints/${item.id}`}>{item.number}</Link> {refused.message}
                    </li>
                  ))}
                </ul>
              </>
            )
          }
        />
      );
  }
}
