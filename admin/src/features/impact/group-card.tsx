import { Radio } from 'antd';
import { useId } from 'react';
import type { Definition } from '#domain/workflow/definition';
import type { InFlightGroup } from '#http/schemas/impact';
import { useWords } from '../../i18n/language.ts';
import type { GroupMove } from './choices.ts';
import { GroupPreview } from './group-preview.tsx';
import { useGroupWords } from './use-group-words.ts';

export interface GroupCardProps {
  id: string;
  group: InFlightGroup;
  /** What they would go on by. */
  target: Definition;
  /** It is not in force yet. */
  draft: boolean;
  /** Null: they stay. */
  move: GroupMove | null;
  choose: (move: GroupMove | null) => void;
  disabled?: boolean;
}

/** Complaints that stand alike: keep them on their version, or move them, with what that does. */
export function GroupCard({ id, group, target, draft, move, choose, disabled = false }: GroupCardProps) {
  const { t } = useWords();
  const title = useId();
  const { name, standing } = useGroupWords(id)(group);
  return (
    <li className="impact-group">
      <div className="impact-group-head">
        <span className="impact-group-words">
          <strong id={title}>
            {name} <span className="impact-count">{t('impact.count', { count: group.items.length })}</span>
          </strong>
          <span className="quiet">{standing}</span>
        </span>
        <Radio.Group
          aria-labelledby={title}
          optionType="button"
          value={move ? 'move' : 'keep'}
          disabled={disabled}
          onChange={({ target: { value } }) => choose(value === 'move' ? { step: null } : null)}
          options={[
            { value: 'keep', label: t('impact.keep') },
            { value: 'move', label: t('impact.move') },
          ]}
        />
      </div>
      {move && (
        <GroupPreview
          id={id}
          group={group}
          target={target}
          draft={draft}
          move={move}
          choose={choose}
          disabled={disabled}
        />
      )}
    </li>
  );
}
