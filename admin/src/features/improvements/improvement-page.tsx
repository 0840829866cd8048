import { ArrowLeftOutlined } from '@ant-design/icons';
import { type HttpError, useOne } from '@refinedev/core';
import { Link, useParams } from 'react-router';
import type { ImprovementDetail } from '#http/schemas/improvement';
import { Card } from '../../components/card.tsx';
import { usePageTitle } from '../../components/page-title.ts';
import { Failed, PageSkeleton } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import '../../styles/improvements.css';
import { useMay } from '../workplace/may.ts';
import { ActPart } from './act-part.tsx';
import { CheckPart } from './check-part.tsx';
import { DoPart } from './do-part.tsx';
import { EarlierRounds } from './earlier-rounds.tsx';
import { useFigureWords } from './figure-words.ts';
import { PlanPart } from './plan-part.tsx';

/** One improvement, once round the circle: plan, do, check, act. */
export default function ImprovementPage() {
  const { t } = useWords();
  const { id = '' } = useParams();
  const { query } = useOne<ImprovementDetail, HttpError>({ resource: 'improvements', id, errorNotification: false });
  const improvement = query.data?.data;
  usePageTitle(improvement?.number ?? t('nav.improvements'));
  if (query.isPending) return <PageSkeleton />;
  if (!improvement) return <Failed error={query.error} retry={() => void query.refetch()} />;
  return <Improvement key={improvement.id} improvement={improvement} />;
}

export interface PartProps {
  improvement: ImprovementDetail;
}

function Improvement({ improvement }: PartProps) {
  const { t } = useWords();
  const words = useFigureWords();
  const mayList = useMay('improvement.read');
  const { ref, before, target, state, number, opened, due, late, earlier } = improvement;
  return (
    <div className="page">
      <div className="detail-head">
        <Link to={mayList ? '/improvements' : '/work'} className="back">
          <ArrowLeftOutlined aria-hidden /> {t(mayList ? 'nav.improvements' : 'nav.work')}
        </Link>
        <h1>
          {words.name(improvement)}
          <span className="detail-where">
            {words.value(ref.measure, before.value)} · {t('improve.goal', { goal: words.goal(ref.measure, target) })}
          </span>
        </h1>
        <div className="facts-line">
          <span className="number">{number}</span>
          <strong className="due improve-due" data-late={late}>
            <span className="due-words">
              {state === 'closed'
                ? t('improve.closedBy', {
                    day: words.day(improvement.closed?.on ?? null),
                    person: words.person(improvement.closed?.by ?? null),
                  })
                : t(late ? `improve.late.${state}` : `improve.due.${state}`, { day: words.day(due) })}
            </span>
          </strong>
          <span className="quiet">
            {t('improve.openedBy', { day: words.day(opened.on), person: words.person(opened.by) })}
          </span>
        </div>
        <Stages state={state} />
      </div>
      <div className="stack improve-parts">
        <Card title={t('improve.plan')}>
          <PlanPart improvement={improvement} />
        </Card>
        <Card title={t('improve.do')}>
          <DoPart improvement={improvement} />
        </Card>
        <Card title={t('improve.check')}>
          <CheckPart improvement={improvement} />
        </Card>
        <Card title={t('improve.act')}>
          <ActPart improvement={improvement} />
        </Card>
        {earlier.length > 0 && <EarlierRounds improvement={improvement} />}
      </div>
    </div>
  );
}

const ORDER = ['plan', 'do', 'check', 'closed'] as const;

/** How far it is: done, now, to come. */
function Stages({ state }: Pick<ImprovementDetail, 'state'>) {
  const { t } = useWords();
  const now = ORDER.indexOf(state);
  return (
    <ol className="improve-stages" aria-label={t('improve.stages')}>
      {ORDER.map((one, index) => (
        <li
          key={one}
          data-at={index < now || state === 'closed' ? 'done' : index === now ? 'now' : 'ahead'}
          aria-current={index === now ? 'step' : undefined}
        >
          {t(`improve.list.${one}`)}
        </li>
      ))}
    </ol>
  );
}
