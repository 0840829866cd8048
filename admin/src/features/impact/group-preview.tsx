import { Button, Form } from 'antd';
import { useState } from 'react';
import type { MovePreview } from '#http/schemas/impact';
import { Choice } from '../../components/choice.tsx';
import { Labelled } from '../../components/labelled.tsx';
import { Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import { useNow } from '../clock/system-clock.tsx';
import type { GroupMove } from './choices.ts';
import type { GroupCardProps } from './group-card.tsx';
import { PreviewRow } from './preview-row.tsx';
import { LOOKED_AT, usePreviews } from './use-previews.ts';

const FIRST = 3;

/** New deadlines and next mails of a group that is to move, and what has no place there. */
export function GroupPreview({
  id,
  group,
  target,
  draft,
  move,
  choose,
  disabled = false,
}: GroupCardProps & { move: GroupMove }) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const items = group.items.map((item) => item.id);
  const { data, error, refetch } = usePreviews({ id, items, step: move.step, ...(draft && { draft: target }) });
  if (error) return <Failed message={error.message} retry={() => void refetch()} />;
  if (!data) return <RowsSkeleton />;
  const homeless = data.some(({ refused }) => refused !== null && needStep.has(refused.why));
  return (
    <div className="impact-preview">
      {(homeless || move.step !== null) && (
        <StepChoice target={target} move={move} choose={choose} disabled={disabled} />
      )}
      <Summary rows={data} total={items.length} />
      <ul className="impact-rows">
        {data.slice(0, all ? LOOKED_AT : FIRST).map((row) => (
          <PreviewRow key={row.item.id} row={row} target={target} />
        ))}
      </ul>
      {data.length > FIRST && (
        <Button size="small" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('impact.fewer') : t('impact.showAll', { count: data.length })}
        </Button>
      )}
    </div>
  );
}

/** Reasons that a step to go to puts out of the world, or that the choice of one brought about. */
const needStep: ReadonlySet<string> = new Set(['noStep', 'otherType', 'noLevel', 'badStep', 'leadsOn']);

type StepChoiceProps = Pick<GroupCardProps, 'target' | 'choose' | 'disabled'> & { move: GroupMove };

function StepChoice({ target, move, choose, disabled = false }: StepChoiceProps) {
  const { t, language } = useWords();
  const waiting = target.steps.filter(({ type }) => type === 'ask' || type === 'wait');
  return (
    <Form layout="vertical" component={false}>
      <Labelled label={t('impact.goTo')} extra={t('impact.goToHint')}>
        {(field) => (
          <Choice
            id={field}
            allowClear
            showSearch
            optionFilterProp="label"
            placeholder={t('impact.goToNone')}
            value={move.step ?? undefined}
            disabled={disabled}
            onChange={(step: string | undefined) => choose({ step: step ?? null })}
            options={waiting.map((step) => ({ value: step.id, label: step.label[language] }))}
          />
        )}
      </Labelled>
    </Form>
  );
}

/** "12 can move; 4 with another deadline, 1 of them due at once. 2 stay." */
function Summary({ rows, total }: { rows: readonly MovePreview[]; total: number }) {
  const { t, language } = useWords();
  const now = useNow();
  const going = rows.flatMap(({ outlook }) => (outlook ? [outlook] : []));
  const stay = rows.length - going.length;
  const changed = going.filter(({ before, after }) => before.due !== after.due).length;
  const atOnce = going.filter(
    ({ before, after }) => before.due !== after.due && after.due !== null && Date.parse(after.due) <= now,
  ).length;
  const mailed = going.filter((outlook) => outlook.now !== null).length;
  const said = [
    ...(rows.length < total ? [t('impact.first', { count: rows.length })] : []),
    t('impact.canMove', { count: going.length }),
    ...(going.length > 0 ? [changed === 0 ? t('impact.sameDue') : t('impact.otherDue', { count: changed })] : []),
    ...(atOnce > 0 ? [t('impact.dueAtOnce', { count: atOnce })] : []),
    ...(mailed > 0 ? [t('impact.mailedNow', { count: mailed })] : []),
    ...(stay > 0 ? [t('impact.stay', { count: stay })] : []),
  ];
  return (
    <p className="impact-summary" role="status">
      {said.join(language === 'en' ? ' ' : '')}
    </p>
  );
}
