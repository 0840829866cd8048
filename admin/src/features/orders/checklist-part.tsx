import { CheckCircleFilled, WarningFilled } from '@ant-design/icons';
import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { checkCounts, missingPoints, pointsOf } from '#domain/checklist-answers';
import type { Checklist, ChecklistSection } from '#domain/maintenance';
import { Card } from '../../components/card.tsx';
import { useWords } from '../../i18n/language.ts';
import '../../styles/checklist.css';
import { answersOf } from './checklist-values.ts';
import type { OrderProps } from './order-page.tsx';
import { SectionAnswers } from './section-answers.tsx';
import { SectionForm } from './section-form.tsx';

/**
 * The pinned checklist, for each facility where there are several; a section is saved by itself. What is missing is said,
 * and the first section that misses something is open.
 */
export function ChecklistPart({ item, order, checklist }: OrderProps & { checklist: Checklist }) {
  const { t, language } = useWords();
  const { hash, key } = useLocation();
  const top = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the button that leads here may be pressed again
  useEffect(() => {
    if (hash === '#checklist') top.current?.scrollIntoView({ block: 'start' });
  }, [hash, key]);
  const answers = answersOf(order);
  const mayFill = item.actions.some(({ action }) => action === 'check');
  const points = pointsOf(checklist, order.assets);
  const { missing, failed } = checkCounts(points, answers);
  const [next] = missingPoints(points, answers);
  const subjects: { id: string | null; name: string | null }[] =
    order.assets.length === 0
      ? [{ id: null, name: null }]
      : order.assets.map(({ id, name, number }) => ({ id, name: `${name} · ${number}` }));
  return (
    <div ref={top} className="checklist-top">
      <Card title={checklist.name[language]}>
        <p className="checklist-state" data-state={missing > 0 ? 'missing' : failed > 0 ? 'failed' : 'done'}>
          {missing === 0 && failed === 0 ? <CheckCircleFilled aria-hidden /> : <WarningFilled aria-hidden />}
          {missing > 0 ? t('check.missing', { count: missing }) : t('check.complete')}
          {failed > 0 && <span className="level">{t('order.failed', { count: failed })}</span>}
        </p>
        {subjects.map(({ id, name }) => (
          <section key={id ?? '-'} className="checklist-subject">
            {name && subjects.length > 1 && <h3>{name}</h3>}
            {checklist.sections.map((section) => (
              <details
                key={section.id}
                className="checklist-section"
                open={mayFill ? next?.asset === id && next.section.id === section.id : !isWhole(section)}
              >
                <summary>
                  <span>{section.name[language]}</span>
                  <SectionState section={section} asset={id} order={order} />
                </summary>
                {mayFill ? (
                  <SectionForm item={item} order={order} asset={id} section={section} />
                ) : (
                  <SectionAnswers item={item} order={order} asset={id} section={section} />
                )}
              </details>
            ))}
          </section>
        ))}
      </Card>
    </div>
  );

  function isWhole(section: ChecklistSection): boolean {
    return checkCounts(pointsIn(section), answers).failed === 0;
  }
  function pointsIn(section: ChecklistSection) {
    return points.filter((point) => point.section.id === section.id);
  }
}

function SectionState({
  section,
  asset,
  order,
}: Pick<OrderProps, 'order'> & { section: ChecklistSection; asset: string | null }) {
  const { t } = useWords();
  const points = pointsOf(
    { id: section.id, name: section.name, sections: [section] },
    asset === null ? [] : [{ id: asset }],
  );
  const { points: all, answered, missing, failed } = checkCounts(points, answersOf(order));
  return (
    <span className="checklist-count" data-state={failed > 0 ? 'failed' : missing > 0 ? 'missing' : 'done'}>
      {missing === 0 && failed === 0 && <CheckCircleFilled aria-label={t('check.complete')} />}
      {t('check.answered', { answered, points: all })}
      {failed > 0 && ` · ${t('order.failed', { count: failed })}`}
    </span>
  );
}
