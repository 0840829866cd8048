import { Input } from 'antd';
import { wordProblems } from '#domain/templates/check';
import { placeOf } from '#domain/templates/liquid';
import { liquidWords } from '#domain/templates/problem-words';
import type { Words } from '#domain/templates/templates';
import type { Audience } from '#domain/templates/variables';
import { type Language, languages } from '#domain/text';
import { Labelled } from '../../components/labelled.tsx';
import { useWords } from '../../i18n/language.ts';
import type { Cursor } from './cursor.ts';

interface WordFieldProps {
  label: string;
  value: Words;
  change: (value: Words) => void;
  audience: Audience;
  inSubject?: boolean;
  lines?: boolean;
  required?: boolean;
  disabled: boolean;
  cursor: Cursor;
  /** What the server said, by language. */
  said: (language: Language) => readonly string[];
}

/** One place of a mail in both languages; what is wrong is said while it is typed. */
export function WordField(props: WordFieldProps) {
  return (
    <div className="form-row">
      {languages.map((language) => (
        <InLanguage key={language} language={language} {...props} />
      ))}
    </div>
  );
}

function InLanguage({ language: typed, ...props }: WordFieldProps & { language: Language }) {
  const { t, language } = useWords();
  const {
    label,
    value,
    change,
    audience,
    inSubject = false,
    lines = false,
    required = false,
    disabled,
    cursor,
  } = props;
  const source = value[typed];
  const problems = problemsIn(source, audience, inSubject, language);
  const told = [
    ...new Set([
      ...problems,
      ...(required && source.trim() === '' ? [t('field.required')] : []),
      ...(problems.length > 0 ? [] : props.said(typed)),
    ]),
  ];
  const set = (next: string) => change({ ...value, [typed]: next });
  const name = t(typed === 'en' ? 'tpl.inEn' : 'tpl.inZh', { field: label });
  return (
    <Labelled
      label={name}
      validateStatus={told.length > 0 ? 'error' : undefined}
      help={
        told.length > 0
          ? told.map((line) => (
              <span key={line} className="word-problem">
                {line}
              </span>
            ))
          : undefined
      }
    >
      {(id) => (
        <Input.TextArea
          id={id}
          lang={typed}
          value={source}
          disabled={disabled}
          autoSize={lines ? { minRows: 2, maxRows: 12 } : { minRows: 1, maxRows: 4 }}
          maxLength={lines ? 2000 : 300}
          spellCheck={false}
          onFocus={(event) => cursor.at({ element: event.target, set, audience })}
          onChange={(event) => set(lines ? event.target.value : event.target.value.replace(/\n/g, ' '))}
        />
      )}
    </Labelled>
  );
}

/** In words, each with its place where there is more than one line to look in. */
export function problemsIn(source: string, audience: Audience, inSubject: boolean, language: Language): string[] {
  return wordProblems(source, audience, inSubject).map(({ code, value, at }) =>
    liquidWords(code, { value, ...placeOf(source, at) }, language),
  );
}
