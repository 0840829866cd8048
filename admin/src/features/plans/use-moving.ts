import { App } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { epochDay } from '#domain/civil-date';
import type { CompiledPlan } from '#domain/plan/compiled-plan';
import { hasFixedDates } from '#domain/plan/compiled-plan';
import { planProblemWords } from '#domain/plan/problem-words';
import { addDays } from '#domain/time';
import { useWords } from '../../i18n/language.ts';
import type { OpenDocument } from '../document/use-document.ts';
import { moveOccurrence } from './edit.ts';
import type { DayEntry } from './year.ts';

export interface Moving {
  /** The one that waits for a day to be chosen. */
  carried: DayEntry | null;
  carry: (entry: DayEntry | null) => void;
  /** Under the mouse: nothing is drawn anew, so that the days stay where they are. */
  dragged: { current: DayEntry | null };
  /** Puts an occurrence on a day; refused, and said, where the plan has another one already. */
  put: (entry: DayEntry, to: string) => void;
  /** Back where the rule puts it. */
  back: (entry: DayEntry) => void;
  /** Whether it may be moved still: its order is not open yet. */
  isMovable: (entry: DayEntry, today: string) => boolean;
}

/** Single occurrences on other days, by mouse, by keyboard or by a date typed in: all end in `put`. */
export function useMoving(
  document: OpenDocument<'plans'>,
  compiled: ReadonlyMap<string, CompiledPlan>,
  moved: (to: string) => void,
): Moving {
  const { t, language } = useWords();
  const { notification } = App.useApp();
  const [carried, carry] = useState<DayEntry | null>(null);
  const dragged = useRef<DayEntry | null>(null);
  useEffect(() => {
    if (carried === null) return;
    const pressed = (event: KeyboardEvent) => {
      if (event.key === 'Escape') carry(null);
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [carried]);

  const put = (entry: DayEntry, to: string) => {
    carry(null);
    if (to === entry.date) return;
    const one = compiled.get(entry.plan);
    if (one && isTaken(one, entry, to)) {
      const words = planProblemWords.lands_on_another?.[language].replace('{value}', to) ?? '';
      notification.warning({ message: words });
      return;
    }
    document.change((body) => moveOccurrence(body, { ...entry, to }));
    moved(to);
    notification.success({ message: t('year.moved') });
  };
  return {
    carried,
    carry,
    dragged,
    put,
    back: (entry) => put(entry, entry.by),
    isMovable: (entry, today) => {
      const one = compiled.get(entry.plan);
      if (!document.editable || !one || !hasFixedDates(one.plan)) return false;
      return addDays(entry.date, -one.plan.leadDays) > today;
    },
  };
}

/** Another occurrence of the plan stands on that day, by its rule or moved there. */
function isTaken({ plan, compiled }: CompiledPlan, entry: DayEntry, to: string): boolean {
  const moved = plan.moves.some((move) => move.to === to && move.from !== entry.planned);
  const isAway = plan.moves.some(({ from }) => from === to);
  const day = compiled.days.from(epochDay(to));
  return moved || (!isAway && to !== entry.planned && day === epochDay(to));
}
