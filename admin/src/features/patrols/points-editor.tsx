import { PlusOutlined, WarningFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { mostPoints, type PatrolPoint } from '#domain/patrol/route';
import { moved, Sortable } from '../../components/sortable.tsx';
import { useWords } from '../../i18n/language.ts';
import type { FieldProps } from '../organisation/entity-drawer.tsx';
import { newPoint } from './edit.ts';
import { PointFields } from './point-fields.tsx';
import { useAssetNames } from './use-asset-names.ts';

interface PointsEditorProps {
  points: readonly PatrolPoint[];
  /** When the night begins. */
  begins: string;
  change: (points: PatrolPoint[]) => void;
  /** By path within the points: "2.name.en". */
  field: (path: string) => FieldProps;
  disabled: boolean;
}

/** The points of the walk in the order they are walked; put in order by mouse, touch or keyboard, one open at a time. */
export function PointsEditor({ points, begins, change, field, disabled }: PointsEditorProps) {
  const { t, language } = useWords();
  const assets = useAssetNames(points);
  const [opened, setOpened] = useState<string | null>(points.length === 1 ? (points[0]?.id ?? null) : null);
  const nameOf = (index: number) => points[index]?.name[language] || t('patrol.pointNth', { n: index + 1 });
  const set = (index: number, next: PatrolPoint) => change(points.map((point, at) => (at === index ? next : point)));
  const add = () => {
    const point = newPoint(points, begins);
    change([...points, point]);
    setOpened(point.id);
  };
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{t('patrol.points')}</h2>
        <span className="quiet">{t('patrol.pointCount', { count: points.length })}</span>
      </div>
      <p className="quiet">{t('patrol.pointsHint')}</p>
      {Boolean(field('').help) && <p className="field-error">{field('').help}</p>}
      <Sortable
        className="patrol-route"
        keys={points.map(({ id }) => id)}
        nameOf={nameOf}
        onMove={(from, to) => change(moved(points, from, to))}
        disabled={disabled || points.length < 2}
        row={(index, handle) => {
          const point = points[index];
          if (!point) return null;
          const open = point.id === opened;
          const label = point.asset === null ? t('patrol.ownLabel') : assets.nameOf(point.asset);
          return (
            <div className="patrol-stop" data-open={open}>
              <div className="patrol-stop-head">
                {handle}
                <button
                  type="button"
                  className="patrol-stop-title"
                  aria-expanded={open}
                  onClick={() => setOpened(open ? null : point.id)}
                >
                  <span className="patrol-nth">{index + 1}</span>
                  <span className="patrol-where">
                    <strong>{nameOf(index)}</strong>
                    <span className="quiet">
                      {[
                        `${point.from} – ${point.to}`,
                        label,
                        point.lamps && t('patrol.countsLamps'),
                        !point.required && t('patrol.optional'),
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                    {Boolean(field(`${index}`).help) && (
                      <span className="entity-wrong">
                        <WarningFilled aria-hidden /> {t('entity.wrong')}
                      </span>
                    )}
                  </span>
                </button>
              </div>
              {open && (
                <PointFields
                  point={point}
                  assets={assets}
                  change={(next) => set(index, next)}
                  remove={points.length > 1 ? () => change(points.filter((one) => one !== point)) : null}
                  field={(path) => field(`${index}.${path}`)}
                  disabled={disabled}
                />
              )}
            </div>
          );
        }}
      />
      {!disabled && points.length < mostPoints && (
        <Button icon={<PlusOutlined />} onClick={add}>
          {t('patrol.addPoint')}
        </Button>
      )}
    </section>
  );
}
