import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { siteOfDocument } from '#domain/document-id';
import type { AuditRow as Row } from '#http/schemas/document';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import { Between } from '../document/history-drawer.tsx';
import { useAuthor } from '../document/use-author.ts';
import { useKindWords } from '../document/use-kind-words.ts';
import { useWorkplace } from '../workplace/workplace.tsx';

/** Where to look for what is no document. */
const PAGES = { suppression: '/deliveries', care: '/care' } as const;

/** One change: of what, by whom, when, from where, why, and what it was before and after. */
export function AuditRow({ row }: { row: Row }) {
  const { t } = useWords();
  const author = useAuthor();
  const when = useWhen(undefined);
  const { names } = useWorkplace();
  const { called, pathOf } = useKindWords();
  const { kind, id, version, what, from, moved } = row;
  const isSubject = kind === 'suppression' || kind === 'care';
  const site = isSubject ? id : (moved?.site ?? siteOfDocument({ kind, id }));
  const path = isSubject ? PAGES[kind] : pathOf({ kind, id });
  const name = isSubject ? t(`kind.${kind}`) : called({ kind, name: row.name });
  const client = from.client === null ? [] : [t('audit.client', { client: from.client })];
  return (
    <li className="panel">
      <div className="audit-head">
        <span className="audit-what">
          {path ? <Link to={path}>{name}</Link> : name}
          {site !== null && <span className="tag">{names.site(site)}</span>}
          {version !== null && <span className="quiet">{t('doc.version', { version })}</span>}
        </span>
        <span className="quiet">
          {author(row.author)} · <time dateTime={row.at}>{when.at(row.at)}</time>
        </span>
      </div>
      {what !== 'published' && (
        <p className="audit-special">
          {t(`audit.what.${what}`, {
            ...{ count: moved?.items ?? 0, version: moved?.to ?? 0 },
            due: row.due ? when.at(row.due) : '',
          })}
        </p>
      )}
      {row.note !== null && <p className="prose">{row.note}</p>}
      <p className="quiet audit-from">{[t(`audit.channel.${from.channel}`), ...client].join(' · ')}</p>
      {!isSubject && version !== null && <BeforeAndAfter kind={kind} id={id} version={version} />}
    </li>
  );
}

function BeforeAndAfter({
  kind,
  id,
  version,
}: {
  kind: Exclude<Row['kind'], keyof typeof PAGES>;
  id: string;
  version: number;
}) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  if (version === 1) return <span className="quiet">{t('history.first')}</span>;
  return (
    <>
      <Button type="link" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t(open ? 'history.hide' : 'audit.show')}
      </Button>
      {open && <Between document={{ kind, id }} from={version - 1} to={version} />}
    </>
  );
}
