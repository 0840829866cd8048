import { Button, Input, Radio } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { checkVerdicts } from '#domain/checklist-answers';
import { checkVerdictWords, rangeWords } from '#domain/checklist-words';
import type { ChecklistItem } from '#domain/maintenance';
import type { ComplaintDetail } from '#http/schemas/complaint';
import { Radios } from '../../components/choice.tsx';
import { PhotoUpload } from '../../components/photo-upload.tsx';
import { useWords } from '../../i18n/language.ts';
import type { PointValues } from './checklist-values.ts';

interface PointInputProps {
  item: ComplaintDetail;
  point: ChecklistItem;
  value: PointValues;
  problem: string | undefined;
  change: (value: PointValues) => void;
}

/** One point: its answer as its type asks, a remark where one is wanted, photos where they are. */
export function PointInput({ item, point, value, problem, change }: PointInputProps) {
  const { t, language } = useWords();
  const [id, problemId] = [useId(), useId()];
  const [remarking, setRemarking] = useState(false);
  const worth = point.type === 'check' && (value.value === 'flag' || value.value === 'fail');
  const showNote = remarking || worth || (value.note ?? '') !== '';
  const label = point.label[language];
  return (
    <div className="checklist-point" data-problem={problem !== undefined}>
      <label htmlFor={id} className="checklist-label">
        {label}
        {!point.required && <span className="quiet"> {t('check.optional')}</span>}
      </label>
      {point.help && <span className="quiet">{point.help[language]}</span>}
      <Answer id={id} label={label} point={point} value={value} change={change} describedBy={problem && problemId} />
      {problem && (
        <span id={problemId} className="field-error" role="alert">
          {problem}
        </span>
      )}
      {showNote ? (
        <Input.TextArea
          aria-label={t('check.noteOn', { point: label })}
          placeholder={t('check.note')}
          autoSize={{ minRows: 1, maxRows: 4 }}
          maxLength={500}
          value={value.note ?? ''}
          onChange={({ target }) => change({ ...value, note: target.value })}
        />
      ) : (
        point.type !== 'text' && (
          <Button type="link" size="small" className="checklist-remark" onClick={() => setRemarking(true)}>
            {t('check.addNote')}
          </Button>
        )
      )}
      {point.photo !== 'none' && (
        <>
          {point.photo === 'required' && <span className="quiet">{t('check.photoRequired')}</span>}
          <PhotoUpload
            base={`/api/complaints/${item.id}/photos`}
            attaches
            value={value.photos ?? []}
            onChange={(photos) => change({ ...value, photos })}
          />
        </>
      )}
    </div>
  );
}

interface AnswerProps extends Pick<PointInputProps, 'point' | 'value' | 'change'> {
  id: string;
  label: string;
  describedBy: string | undefined;
}

function Answer({ id, label, point, value, change, describedBy }: AnswerProps): ReactNode {
  const { t, language } = useWords();
  const said = { id, 'aria-describedby': describedBy, autoComplete: 'off' };
  const set = (typed: string) => change({ ...value, value: typed });
  switch (point.type) {
    case 'check':
      return (
        <Radio.Group
          id={id}
          className="verdicts"
          aria-label={label}
          optionType="button"
          value={value.value}
          onChange={({ target }) => set(String(target.value))}
        >
          {checkVerdicts.map((verdict) => (
            <Radio.Button key={verdict} value={verdict} data-verdict={verdict}>
              {checkVerdictWords(verdict, language)}
            </Radio.Button>
          ))}
        </Radio.Group>
      );
    case 'reading':
      return (
        <span className="checklist-number">
          <Input
            {...said}
            inputMode="decimal"
            maxLength={24}
            value={value.value ?? ''}
            onChange={({ target }) => set(target.value)}
            suffix={point.unit}
          />
          <span className="quiet">{rangeWords(point)}</span>
        </span>
      );
    case 'count':
      return (
        <span className="checklist-number">
          <Input
            {...said}
            inputMode="numeric"
            maxLength={7}
            value={value.value ?? ''}
            onChange={({ target }) => set(target.value)}
          />
          <span>{t('check.of')}</span>
          {point.total === null ? (
            <Input
              aria-label={t('check.totalOf', { point: label })}
              inputMode="numeric"
              maxLength={7}
              autoComplete="off"
              placeholder={t('check.total')}
              value={value.total ?? ''}
              onChange={({ target }) => change({ ...value, total: target.value })}
            />
          ) : (
            <span>{point.total}</span>
          )}
        </span>
      );
    case 'choice':
      return (
        <Radios label={label} value={value.value} onChange={({ target }) => set(String(target.value))}>
          {point.options.map((option) => (
            <Radio key={option.id} value={option.id}>
              {option.name[language]}
            </Radio>
          ))}
        </Radios>
      );
    case 'text':
      return (
        <Input.TextArea
          {...said}
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={1000}
          value={value.value ?? ''}
          onChange={({ target }) => set(target.value)}
        />
      );
  }
}
