import { Alert, Button, Input } from 'antd';
import { type FormEvent, useMemo, useState } from 'react';
import type { ReferencesView } from '#http/schemas/leaver';
import { createDraft } from '../../components/draft.ts';
import { Empty } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import { LeaverLines } from './leaver-lines.tsx';
import { LeaverPreview } from './leaver-preview.tsx';
import { SuccessorChoice } from './successor-choice.tsx';
import { type LeaverChoice, useReplacement } from './use-leaver.ts';

interface Values extends LeaverChoice {
  note: string;
}

/** Who takes over, in all places or one by one; a preview; and only then the change. */
export function LeaverForm({ references, another }: { references: ReferencesView; another: () => void }) {
  const { t, language } = useWords();
  const { person, lines, items } = references;
  const draft = useMemo(() => createDraft<Values>(`leaver/${person.id}`), [person.id]);
  const [values, setValues] = useState<Values>(() => ({ lines: {}, note: '', ...draft.read() }));
  const [noteMissing, setNoteMissing] = useState(false);
  const replacement = useReplacement(person.id);
  const name = person.name[language];
  const choice: LeaverChoice = { all: values.all, lines: values.lines };

  const change = (next: Partial<Values>) => {
    const all = { ...values, ...next };
    setValues(all);
    draft.write(all);
    if (replacement.checked || replacement.error) replacement.forget();
  };
  const chooseLine = (key: string, chosen: string | null | undefined) => {
    const { [key]: _before, ...others } = values.lines;
    change({ lines: chosen === undefined ? others : { ...others, [key]: chosen } });
  };
  const preview = (event: FormEvent) => {
    event.preventDefault();
    setNoteMissing(values.note.trim() === '');
    if (values.note.trim() !== '') void replacement.check(choice);
  };

  const { done, checked } = replacement;
  if (done) {
    return (
      <Empty
        title={t('leaver.done', { name })}
        hint={t('leaver.doneHint', { versions: done.versions, count: done.handedOver })}
      >
        <Button
          onClick={() => {
            draft.clear();
            another();
          }}
        >
          {t('leaver.another')}
        </Button>
      </Empty>
    );
  }
  const named = lines.length + items.length > 0;
  if (!person.active && !named) return <Empty title={t('leaver.gone', { name })} hint={t('leaver.goneHint')} />;
  const problemsOf = (prefix: string) =>
    Object.fromEntries(
      Object.entries(checked?.problems ?? replacement.error?.errors ?? {}).flatMap(([path, messages]) =>
        path.startsWith(prefix) && Array.isArray(messages) ? [[path.slice(prefix.length), messages]] : [],
      ),
    );
  const allProblems = problemsOf('all')[''] ?? [];
  return (
    <form className="stack form" onSubmit={preview} noValidate>
      {!person.active && <Alert type="warning" showIcon message={t('leaver.goneAlready', { name })} />}
      {named ? (
        <div className="panel">
          <label htmlFor="successor" className="leaver-label">
            {t('leaver.all')}
          </label>
          <SuccessorChoice
            id="successor"
            label={t('leaver.all')}
            leaver={person.id}
            site={items[0]?.site ?? lines.find(({ site }) => site !== null)?.site ?? null}
            mayBeEmpty
            value={values.all}
            onChange={(all) => change({ all })}
            invalid={allProblems.length > 0}
          />
          <p className="quiet">{t('leaver.allHint')}</p>
          {allProblems.map((text) => (
            <span key={text} className="field-error" role="alert">
              {text}
            </span>
          ))}
        </div>
      ) : (
        <Empty title={t('leaver.nothing')} hint={t('leaver.nothingHint')} />
      )}
      <LeaverLines references={references} choice={choice} choose={chooseLine} problems={problemsOf('lines.')} />
      <div className="panel">
        <label htmlFor="note" className="leaver-label">
          {t('leaver.note')}
        </label>
        <Input.TextArea
          id="note"
          rows={2}
          maxLength={500}
          value={values.note}
          status={noteMissing ? 'error' : ''}
          aria-describedby="note-hint"
          onChange={(event) => {
            setNoteMissing(false);
            change({ note: event.target.value });
          }}
        />
        <p id="note-hint" className={noteMissing ? 'field-error' : 'quiet'} role={noteMissing ? 'alert' : undefined}>
          {t(noteMissing ? 'leaver.noteNeeded' : 'leaver.noteHint')}
        </p>
      </div>
      {replacement.error && (
        <Alert
          type="error"
          showIcon
          role="alert"
          message={replacement.error.message}
          description={replacement.stopped ? t('leaver.stopped') : undefined}
        />
      )}
      {!checked && (
        <div className="form-buttons">
          <Button type="primary" size="large" htmlType="submit" loading={replacement.busy}>
            {t('leaver.preview')}
          </Button>
        </div>
      )}
      {checked && (
        <LeaverPreview
          person={person}
          checked={checked}
          busy={replacement.busy}
          handedOver={replacement.handedOver}
          confirm={() => {
            void replacement.apply(choice, values.note.trim(), checked.token).then(draft.clear);
          }}
        />
      )}
    </form>
  );
}
