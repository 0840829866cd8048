import { type HttpError, useDataProvider } from '@refinedev/core';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { z } from 'zod';
import type { CalendarDocument } from '#domain/calendar-document';
import type { MovedComplaint as MovedSchema } from '#http/schemas/document';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { RowsSkeleton } from '../../components/states.tsx';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import { useNow } from '../clock/system-clock.tsx';
import { useWorkplace } from '../workplace/workplace.tsx';

type Moved = z.infer<typeof MovedSchema>;
interface Answer {
  data: Moved[];
  checked: number;
  next: string | null;
}
interface PreviewProps {
  id: string;
  act: 'publish' | 'restore';
  body: CalendarDocument;
  saving: boolean;
  publish: () => void;
  close: () => void;
  /** The server refused the draft: what it said belongs to the form. */
  refused: (error: HttpError) => void;
}
/** Rows drawn at once; the rest are counted. */
const SHOWN = 50;

/** Before a calendar is published, or an old version of it again: which open deadlines it would move, from when to when. */
export function PublishPreview({ id, act, body, saving, publish, close, refused }: PreviewProps) {
  const { t } = useWords();
  const [found, setFound] = useState<{ rows: Moved[]; checked: number; done: boolean }>({
    rows: [],
    checked: 0,
    done: false,
  });
  const provider = useDataProvider()();
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked through once for the draft the drawer was opened with
  useEffect(() => {
    let left = false;
    const lookThrough = async () => {
      let cursor: string | undefined;
      do {
        const answer = await provider.custom?.<Answer & { id?: string }>({
          url: `/api/documents/calendar/${id}/preview`,
          method: 'post',
          payload: { body, cursor },
        });
        if (left || !answer) return;
        const { data, checked, next } = answer.data;
        setFound((now) => ({ rows: [...now.rows, ...data], checked: now.checked + checked, done: next === null }));
        cursor = next ?? undefined;
      } while (cursor);
    };
    lookThrough().catch((error) => {
      if (!left) refused(error as HttpError);
    });
    return () => {
      left = true;
    };
  }, []);

  const { rows, checked, done } = found;
  return (
    <SideDrawer open close={close} title={t(act === 'publish' ? 'preview.title' : 'preview.restoreTitle')}>
      <div className="stack">
        {!done && (
          <>
            <p className="quiet">{t('preview.looking', { checked })}</p>
            <RowsSkeleton />
          </>
        )}
        {done && (
          <p aria-live="polite">
            {rows.length === 0
              ? t('preview.nothing', { checked })
              : t('preview.moves', { count: rows.length, checked })}
          </p>
        )}
        <div className="form-buttons">
          <Button type="primary" disabled={!done} loading={saving} onClick={publish}>
            {t(act === 'publish' ? 'doc.publish' : 'history.restore')}
          </Button>
          <Button onClick={close}>{t(act === 'publish' ? 'doc.keep' : 'history.cancel')}</Button>
        </div>
        <ul className="moved">
          {rows.slice(0, SHOWN).map((row) => (
            <MovedRow key={row.id} row={row} />
          ))}
        </ul>
        {rows.length > SHOWN && <p className="quiet">{t('preview.more', { count: rows.length - SHOWN })}</p>}
      </div>
    </SideDrawer>
  );
}

function MovedRow({ row }: { row: Moved }) {
  const { t } = useWords();
  const { names } = useWorkplace();
  const now = useNow();
  const when = useWhen(row.site);
  return (
    <li>
      <strong>
        {names.category(row.category)} · {names.place(row)}
      </strong>
      <span className="quiet">
        {row.number} · {names.site(row.site)}
      </span>
      {row.moved.map(({ what, from, to }) => (
        <span key={what} className="difference-values">
          <span>{t(`clockName.${what}`)}</span>
          <del className="quiet">{when.at(from)}</del>
          <span aria-hidden="true">→</span>
          <ins>{Date.parse(to) <= now ? t('preview.atOnce') : when.at(to)}</ins>
        </span>
      ))}
    </li>
  );
}
