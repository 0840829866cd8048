import { CloseOutlined, WarningFilled } from '@ant-design/icons';
import { Button } from 'antd';
import type { Recipient } from '#domain/recipients';
import { useWords } from '../i18n/language.ts';
import { Choice } from './choice.tsx';
import { PresentPeople } from './present-people.tsx';
import { keyOf, useRecipientOptions } from './recipient-options.ts';
import { useRecipientWords } from './recipient-words.ts';
import { moved, Sortable } from './sortable.tsx';

interface PeoplePickerProps {
  /** What the people are for, for screen readers. */
  label: string;
  value: readonly Recipient[];
  onChange: (value: Recipient[]) => void;
  /** What is wrong with them, in words. */
  problems?: readonly string[];
  disabled?: boolean;
  /** They are asked outside working time only. */
  outside?: boolean;
  /** Only the first who is there counts: they are put in order. */
  ordered?: boolean;
  /** Which may be chosen. @default all */
  offered?: (recipient: Recipient) => boolean;
}

/** How many a level or notice may name. */
const MOST = 10;

/** Whom to tell or ask, by post or by name, each with whom that would be right now. */
export function PeoplePicker({ label, value, onChange, problems = [], ...rest }: PeoplePickerProps) {
  const { disabled = false, ordered = false, outside = false, offered = () => true } = rest;
  const { t } = useWords();
  const words = useRecipientWords();
  const groups = useRecipientOptions(value)
    .map(({ label: group, options }) => ({ label: group, options: options.filter((one) => offered(one.recipient)) }))
    .filter(({ options }) => options.length > 0);
  const all = groups.flatMap(({ options }) => options);
  const row = (index: number, handle: React.ReactNode) => {
    const recipient = value[index];
    if (!recipient) return null;
    const name = words.one(recipient);
    return (
      <div className="people-row">
        {ordered && handle}
        <span className="people-who">
          <span>{name}</span>
          <PresentPeople recipients={[recipient]} outside={outside} quiet />
        </span>
        {!disabled && (
          <Button
            type="text"
            icon={<CloseOutlined />}
            aria-label={t('people.remove', { name, label })}
            onClick={() => onChange(value.filter((_, at) => at !== index))}
          />
        )}
      </div>
    );
  };
  return (
    <fieldset className="people" aria-label={label}>
      {ordered ? (
        <Sortable
          className="people-rows"
          keys={value.map(keyOf)}
          nameOf={(index) => (value[index] ? words.one(value[index]) : '')}
          onMove={(from, to) => onChange(moved(value, from, to))}
          disabled={disabled || value.length < 2}
          row={row}
        />
      ) : (
        <ul className="people-rows">
          {value.map((recipient, index) => (
            <li key={keyOf(recipient)}>{row(index, null)}</li>
          ))}
        </ul>
      )}
      {value.length === 0 && disabled && <p className="quiet">{t('people.none')}</p>}
      {value.length > 0 && <PresentPeople recipients={value} outside={outside} onlyGaps />}
      {!disabled && value.length < MOST && (
        <Choice
          showSearch
          optionFilterProp="label"
          aria-label={t('people.add', { label })}
          placeholder={t(value.length === 0 ? 'people.choose' : 'people.more')}
          status={problems.length > 0 ? 'error' : ''}
          value={null}
          popupMatchSelectWidth={false}
          onChange={(key: string) => {
            const found = all.find((option) => option.value === key);
            if (found) onChange([...value, found.recipient]);
          }}
          options={groups}
        />
      )}
      {problems.map((said) => (
        <span key={said} className="field-error">
          <WarningFilled aria-hidden /> {said}
        </span>
      ))}
    </fieldset>
  );
}
