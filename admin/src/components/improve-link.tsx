import { Link } from 'react-router';
import type { FigureRef, Measure } from '#domain/learned/figure';
import { useMay } from '../features/workplace/may.ts';
import { useWords } from '../i18n/language.ts';

interface ImproveLinkProps {
  measure: Measure;
  days: string;
  /** Undefined: the whole site's. */
  by?: FigureRef['by'] | undefined;
  /** What it should be. @default what is usual */
  goal?: number | undefined;
}

/** To the form of an improvement of this very figure, for whoever may open one. */
export function ImproveLink({ measure, days, by, goal }: ImproveLinkProps) {
  const { t } = useWords();
  if (!useMay('improvement.write')) return null;
  const query = new URLSearchParams({ open: measure, days, ...by });
  if (goal !== undefined) query.set('goal', String(goal));
  return <Link to={`/improvements?${query}`}>{t('figure.improve')}</Link>;
}
