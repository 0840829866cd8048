import { CheckCircleFilled, WarningFilled } from '@ant-design/icons';
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../i18n/language.ts';
import '../styles/rates.css';

interface FigureTileProps {
  /** What it is made of. */
  to: string;
  isChosen: boolean;
  /** Against its target; other states have no sign. */
  state: string;
  name: string;
  /** Undefined: on its way. */
  value: string | undefined;
  target: string;
  /** How it moved; null: nothing to compare with. */
  moved: string | null;
  children?: ReactNode;
}

/** One figure of several side by side: value, target and how it moved; leads to what it is made of. */
export function FigureTile({ to, isChosen, state, name, value, target, moved, children }: FigureTileProps) {
  const { t } = useWords();
  return (
    <li>
      <Link to={to} className="rate-tile" data-state={state} aria-current={isChosen ? 'true' : undefined}>
        <span className="rate-name">
          {state === 'met' && <CheckCircleFilled aria-label={t('figure.met')} />}
          {state === 'missed' && <WarningFilled aria-label={t('figure.missed')} />}
          {name}
        </span>
        <span className="rate-value">{value ?? <Skeleton.Button active size="small" />}</span>
        <span className="rate-target">
          {target}
          {moved && <span className="rate-moved">{moved}</span>}
        </span>
        {children}
      </Link>
    </li>
  );
}
