import { Button, Checkbox } from 'antd';
import { useMemo, useState } from 'react';
import { baseOf, isOfSite, siteOfDocument } from '#domain/document-id';
import type { ImportedDocument } from '#http/schemas/exchange';
import { useWords } from '../../i18n/language.ts';
import { differences } from '../document/diff.ts';
import { Difference } from '../document/difference.tsx';
import { useKindWords } from '../document/use-kind-words.ts';
import { useWorkplace } from '../workplace/workplace.tsx';

interface ImportRowProps {
  document: ImportedDocument;
  chosen: boolean;
  choose: (wanted: boolean) => void;
}

/** One document of a file: new, the same, different - in what -, or refused - why. */
export function ImportRow({ document, chosen, choose }: ImportRowProps) {
  const { t } = useWords();
  const { called } = useKindWords();
  const { names } = useWorkplace();
  const [open, setOpen] = useState(false);
  const { kind, id, state, name, current, body, problems } = document;
  const changes = useMemo(() => (state === 'differs' ? differences(current, body) : []), [state, current, body]);
  const site = siteOfDocument({ kind, id });
  const title = (
    <>
      <strong>{called({ kind, name })}</strong>
      {name === null && baseOf(id) !== 'main' && !isOfSite(kind) && <span className="quiet"> {baseOf(id)}</span>}
      {site !== null && <span className="quiet"> · {names.site(site)}</span>}
    </>
  );
  const takes = state === 'new' || state === 'differs';
  return (
    <li data-state={state}>
      <div className="exchange-line">
        {takes ? (
          <Checkbox checked={chosen} onChange={({ target }) => choose(target.checked)}>
            {title}
          </Checkbox>
        ) : (
          <span>{title}</span>
        )}
        <span className="exchange-state">{t(`exchange.state.${state}`, { count: changes.length })}</span>
        {state === 'differs' && (
          <Button type="link" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(open ? 'history.hide' : 'doc.showChanges')}
          </Button>
        )}
      </div>
      {open && <Difference changes={changes} bodies={[body, current]} />}
      {problems.length > 0 && (
        <ul className="exchange-problems">
          {problems.map(({ path, message }) => (
            <li key={`${path} ${message}`} className="field-error">
              {message} {path !== '' && <code>{path}</code>}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
