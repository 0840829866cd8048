import { DownloadOutlined } from '@ant-design/icons';
import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { saveFile } from '../../components/save-file.ts';
import { Empty, RowsSkeleton } from '../../components/states.tsx';
import { type Key, useWords } from '../../i18n/language.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { FileDrop } from './file-drop.tsx';
import { ImportChecked, ImportCounts } from './import-check.tsx';
import { templateOf } from './template.ts';
import { type ImportKind, type ImportState, useImport } from './use-import.ts';

const WORDS = {
  households: {
    rules: 'import.rulesHouseholds',
    confirm: 'import.confirmHouseholds',
    done: 'import.doneHouseholds',
    list: 'import.toHouseholds',
  },
  staff: {
    rules: 'import.rulesStaff',
    confirm: 'import.confirmStaff',
    done: 'import.doneStaff',
    list: 'import.toStaff',
  },
  assets: {
    rules: 'import.rulesAssets',
    confirm: 'import.confirmAssets',
    done: 'import.doneAssets',
    list: 'import.toAssets',
  },
} as const satisfies Record<ImportKind, Record<string, Key>>;

/** Choose a file, see what it would do, confirm. */
export function ImportForm({ kind, site }: { kind: ImportKind; site: string | undefined }) {
  const { t, language } = useWords();
  const { site: here } = useWorkplace();
  const state = useImport(kind, kind === 'staff' ? {} : { site });
  const { file, checked, done, error, busy, tooLarge, written } = state;
  const template = () =>
    saveFile(`${t(`import.${kind}`)}.csv`, templateOf(kind, language, here ? [here.name[language]] : []));

  if (done) return <Imported kind={kind} state={state} done={done} />;
  if (!file) {
    return (
      <FileDrop choose={(chosen) => void state.check(chosen)}>
        <p>{t(WORDS[kind].rules)}</p>
        <p className="quiet">{t('import.formats')}</p>
        <div>
          <Button icon={<DownloadOutlined />} onClick={template}>
            {t('import.template')}
          </Button>
        </div>
      </FileDrop>
    );
  }
  const refused = error?.errors?.file;
  return (
    <div className="stack">
      <div className="panel import-file">
        <strong>{file.name}</strong>
        <Button disabled={busy} onClick={state.forget}>
          {t('import.chooseOther')}
        </Button>
      </div>
      {busy && !checked && (
        <>
          <p className="unseen" role="status">
            {t('import.reading', { name: file.name })}
          </p>
          <RowsSkeleton />
        </>
      )}
      {tooLarge && <Alert type="error" showIcon role="alert" message={t('import.tooLarge')} />}
      {error && (
        <Alert
          type="error"
          showIcon
          role="alert"
          message={Array.isArray(refused) ? refused.join(' ') : error.message}
          description={written > 0 ? t('import.stopped', { count: written }) : undefined}
          action={<Button onClick={() => void state.check(file)}>{t('import.checkAgain')}</Button>}
        />
      )}
      {checked && <ImportCounts checked={checked} />}
      {checked && <Confirm key={file.name} kind={kind} state={state} checked={checked} file={file} />}
      {checked && <ImportChecked kind={kind} checked={checked} />}
    </div>
  );
}

interface ConfirmProps {
  kind: ImportKind;
  state: ImportState;
  checked: NonNullable<ImportState['checked']>;
  file: File;
}
function Confirm({ kind, state, checked, file }: ConfirmProps) {
  const { t } = useWords();
  const [note, setNote] = useState(() => t('import.noteDefault', { name: file.name }));
  const count = checked.counts.create + checked.counts.change;
  if (checked.token === null) {
    const bad = checked.problemCount > 0;
    return (
      <Empty
        title={t(bad ? 'import.nothingBad' : 'import.nothing')}
        hint={t(bad ? 'import.nothingBadHint' : 'import.nothingHint')}
      />
    );
  }
  const missing = kind === 'staff' && note.trim() === '';
  return (
    <div className="panel stack">
      {kind === 'staff' && (
        <div>
          <label htmlFor="note" className="import-label">
            {t('import.note')}
          </label>
          <Input
            id="note"
            maxLength={500}
            value={note}
            status={missing ? 'error' : ''}
            onChange={(event) => setNote(event.target.value)}
          />
          {missing && (
            <span className="field-error" role="alert">
              {t('import.noteNeeded')}
            </span>
          )}
        </div>
      )}
      <div className="form-buttons">
        <Button
          type="primary"
          size="large"
          loading={state.busy}
          disabled={missing}
          onClick={() => void state.apply(kind === 'staff' ? note.trim() : undefined)}
        >
          {t(WORDS[kind].confirm, { count })}
        </Button>
      </div>
      {state.busy && state.written > 0 && (
        <p className="quiet" role="status">
          {t('import.running', { done: state.written, all: count })}
        </p>
      )}
    </div>
  );
}

function Imported({
  kind,
  state,
  done,
}: {
  kind: ImportKind;
  state: ImportState;
  done: NonNullable<ImportState['done']>;
}) {
  const { t } = useWords();
  const { written, failed } = done;
  const { file } = state;
  return (
    <div className="stack">
      <div className="state" role="status">
        <strong>{t(WORDS[kind].done, { count: written })}</strong>
        <div className="form-buttons">
          <Link to={`/${kind}`}>{t(WORDS[kind].list)}</Link>
        </div>
        <Button onClick={state.forget}>{t('import.another')}</Button>
      </div>
      {failed.length > 0 && file && (
        <Alert
          type="warning"
          showIcon
          role="alert"
          message={t('import.failedTitle', { count: failed.length })}
          description={failed.map(({ title, message }) => (
            <p key={title}>
              {title}: {message}
            </p>
          ))}
          action={<Button onClick={() => void state.check(file)}>{t('import.checkAgain')}</Button>}
        />
      )}
    </div>
  );
}
