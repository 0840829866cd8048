import { Alert } from 'antd';
import { Link } from 'react-router';
import { siteOfDocument } from '#domain/document-id';
import type { ImportedDocument } from '#http/schemas/exchange';
import { useWords } from '../../i18n/language.ts';
import { useKindWords } from '../document/use-kind-words.ts';
import { useWorkplace } from '../workplace/workplace.tsx';

interface DraftedNoteProps {
  taken: readonly ImportedDocument[];
  left: readonly ImportedDocument[];
}

/** What lies in drafts now, each with the way there; and what was left, because another draft lies there. */
export function DraftedNote({ taken, left }: DraftedNoteProps) {
  const { t } = useWords();
  return (
    <>
      {taken.length > 0 && (
        <Alert type="success" showIcon message={t('exchange.drafted')} description={<Documents of={taken} />} />
      )}
      {left.length > 0 && (
        <Alert type="warning" showIcon message={t('exchange.draftThere')} description={<Documents of={left} />} />
      )}
    </>
  );
}

function Documents({ of }: { of: readonly ImportedDocument[] }) {
  const { called, pathOf } = useKindWords();
  const { names } = useWorkplace();
  return (
    <ul>
      {of.map((one) => {
        const site = siteOfDocument(one);
        const name = [called(one), ...(site === null ? [] : [names.site(site)])].join(' · ');
        return (
          <li key={`${one.kind}/${one.id}`}>
            <Link to={pathOf(one) ?? '/'}>{name}</Link>
          </li>
        );
      })}
    </ul>
  );
}
