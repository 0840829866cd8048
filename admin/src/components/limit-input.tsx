import { ControlOutlined } from '@ant-design/icons';
import { AutoComplete, Button, Popover } from 'antd';
import { useId, useState } from 'react';
import { elapsed, type Limit } from '#domain/limit';
import { limitText, readLimit, suggestLimits } from '#domain/limit-text';
import { limitWords } from '#domain/words';
import { useWords } from '../i18n/language.ts';
import { LimitForm } from './limit-form.tsx';

export interface LimitProps {
  /** What the limit is of, for screen readers. */
  label: string;
  disabled?: boolean;
  status?: 'error' | undefined;
}
interface LimitInputProps extends LimitProps {
  value: Limit;
  onChange: (value: Limit) => void;
}

/** A limit as people say it, with what was understood below; text that says no limit stays and is marked. */
export function LimitInput({ value, onChange, ...rest }: LimitInputProps) {
  const { t, language } = useWords();
  const read = (text: string): Read<Limit> => {
    const reading = readLimit(text);
    if (reading.ok) return { value: reading.limit };
    return { why: reading.why === 'unknown' ? unknownWords(t, reading.at) : t(`limitWhy.${reading.why}`) };
  };
  return (
    <LimitBox
      {...rest}
      value={value}
      onChange={onChange}
      print={(limit) => limitText(limit, language)}
      means={(limit) => limitWords(limit, language)}
      read={read}
      suggest={(text) => suggestLimits(text, language)}
      form={() => <LimitForm label={rest.label} value={value} onChange={onChange} />}
    />
  );
}

export const unknownWords = (t: ReturnType<typeof useWords>['t'], at: string): string =>
  at === '' ? t('limitWhy.together') : t('limitWhy.unknown', { word: at });

/** What a text says, or why it says nothing. */
export type Read<V> = { value: V } | { why: string };

interface LimitBoxProps<V> extends LimitProps {
  value: V;
  onChange: (value: V) => void;
  /** As typed. */
  print: (value: V) => string;
  /** As understood: one line. */
  means: (value: V) => string;
  read: (text: string) => Read<V>;
  suggest: (text: string) => V[];
  form: (close: () => void) => React.ReactNode;
  placeholder?: string;
}

/** The text box of a limit. `value` stands as long as the text says nothing else. */
export function LimitBox<V>({ value, onChange, print, means, read, suggest, ...rest }: LimitBoxProps<V>) {
  const { t } = useWords();
  const { label, disabled = false, status, form, placeholder } = rest;
  const hint = useId();
  const [typed, setTyped] = useState<{ text: string; value: V } | null>(null);
  const [choosing, setChoosing] = useState(false);
  // A value that came from elsewhere (undo, the form) takes the place of what was typed.
  const text = typed !== null && same(typed.value, value) ? typed.text : print(value);
  const reading = typed !== null && text === typed.text ? read(text) : { value };
  const wrong = 'why' in reading;
  const options = suggest(text).map((one) => ({ value: print(one), means: means(one) }));

  const type = (next: string) => {
    const said = read(next);
    const understood = 'value' in said ? said.value : value;
    setTyped({ text: next, value: understood });
    if (!same(understood, value)) onChange(understood);
  };
  return (
    <div className="limit-input">
      <div className="limit-box">
        <AutoComplete
          aria-label={label}
          aria-describedby={hint}
          aria-invalid={wrong}
          value={text}
          disabled={disabled}
          {...(placeholder !== undefined && { placeholder })}
          {...(wrong || status ? { status: 'error' as const } : {})}
          options={options}
          optionRender={({ data }) => (
            <span className="limit-option">
              {data.value}
              {data.means !== data.value && <span className="quiet">{data.means}</span>}
            </span>
          )}
          popupMatchSelectWidth={false}
          onChange={type}
          // A search box would empty itself.
          onKeyDown={(event) => event.key === 'Escape' && event.preventDefault()}
          onSelect={() => setTyped(null)}
          onBlur={() => !wrong && setTyped(null)}
        />
        {!disabled && (
          <Popover
            trigger="click"
            placement="bottomRight"
            open={choosing}
            onOpenChange={setChoosing}
            content={() => form(() => setChoosing(false))}
            destroyOnHidden
          >
            <Button type="text" icon={<ControlOutlined />} aria-label={t('limit.byForm', { label })} />
          </Popover>
        )}
      </div>
      <span id={hint} className={wrong ? 'field-error' : 'quiet'} aria-live="polite">
        {wrong
          ? t('limit.stands', { why: reading.why, value: print(value) })
          : means(value) !== text && t('limit.means', { means: means(value) })}
      </span>
    </div>
  );
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What a form begins with where there is no limit yet. */
export const firstLimit: Limit = elapsed(60);
