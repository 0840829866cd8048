import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useRefreshAll } from '../../components/refresh.ts';
import { useWords } from '../../i18n/language.ts';
import type { Version } from '../document/kinds.ts';
import { same } from '../document/structure.ts';
import { useMay } from '../workplace/may.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { begin, forget, groupKey, useChosen } from './choices.ts';
import { MoveDrawer } from './move-drawer.tsx';
import { countOf, useInFlight } from './use-in-flight.ts';
import { useMoving } from './use-moving.ts';

/** On a workflow's page: open complaints that still run on earlier versions, and the way to move them. */
export function InFlight({ published }: { published: Version<'workflow'> | null }) {
  const may = useMay('item.move');
  return may && published ? <Standing published={published} /> : null;
}

function Standing({ published }: { published: Version<'workflow'> }) {
  const { id, version, body } = published;
  const { t } = useWords();
  const { me } = useWorkplace();
  const refreshAll = useRefreshAll();
  const [open, setOpen] = useState(false);
  const chosen = useChosen(id);
  const { data } = useInFlight(id);
  const { moving, start, reset } = useMoving(id, refreshAll);
  const found = data?.data;
  const earlier = (found?.groups ?? []).filter(
    ({ workflow }) => workflow.id !== id || workflow.version !== found?.version,
  );
  const batches = earlier.flatMap((group) => {
    const move = chosen?.moves.get(groupKey(group));
    return move ? [{ items: group.items.map((item) => item.id), step: move.step }] : [];
  });
  const move = async () => {
    setOpen(true);
    begin(id, version);
    if (await start(batches, version)) forget(id);
  };
  // What was chosen before publishing is done once it is published: by the reader, as it was looked at.
  const isOwn = published.author === me.person.id && chosen !== null && same(body, chosen.target);
  const goesOn = isOwn && chosen.from < version && found?.version === version && batches.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when everything it needs has come together
  useEffect(() => {
    if (goesOn && moving.stage !== 'running') void move();
  }, [goesOn]);

  const count = countOf(earlier);
  if (count === 0 && moving.stage === 'idle') return null;
  return (
    <>
      {count > 0 && (
        <div className="doc-note impact-note" role="status">
          <span>{t(found?.more ? 'impact.earlierMore' : 'impact.earlier', { count })}</span>
          <span className="form-buttons">
            <Button size="small" onClick={() => setOpen(true)}>
              {t('impact.look')}
            </Button>
          </span>
        </div>
      )}
      <MoveDrawer
        open={open}
        close={() => {
          setOpen(false);
          if (moving.stage !== 'running') reset();
        }}
        published={published}
        groups={earlier}
        moving={moving}
        move={() => void move()}
      />
    </>
  );
}
