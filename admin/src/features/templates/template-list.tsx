import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link } from 'react-router';
import { builtInFor, defaultTemplates } from '#domain/templates/built-in';
import { templatesProblems } from '#domain/templates/check';
import type { Notice, StaffMail, Templates } from '#domain/templates/templates';
import { useWords } from '../../i18n/language.ts';
import { same } from '../document/structure.ts';
import { noticesOf, type Part, staffOf } from './edit.ts';

interface ListProps {
  body: Templates;
  chosen: string | null;
  /** The address of a template. */
  here: (template: string) => URLSearchParams;
  add: ((part: Part) => void) | null;
}

/** Every template by who reads it; what differs from the built-in words, and what is broken, can be seen from here. */
export function TemplateList({ body, chosen, here, add }: ListProps) {
  const { t } = useWords();
  return (
    <nav className="template-list" aria-label={t('tpl.list')}>
      {(['notices', 'staff'] as const).map((part) => (
        <section key={part}>
          <h2>{t(`tpl.${part}`)}</h2>
          <ul>
            {(part === 'notices' ? noticesOf(body) : staffOf(body)).map((one) => (
              <Row key={one.id} one={one} here={here} part={part} body={body} chosen={chosen === one.id} />
            ))}
          </ul>
          {add && (
            <Button type="link" size="small" icon={<PlusOutlined />} onClick={() => add(part)}>
              {t(part === 'notices' ? 'tpl.addNotice' : 'tpl.addStaff')}
            </Button>
          )}
        </section>
      ))}
      <section>
        <h2>{t('tpl.common')}</h2>
        <ul>
          <li>
            <Link to={`?${here('common')}`} aria-current={chosen === 'common' ? 'page' : undefined}>
              {t('tpl.common')}
            </Link>
          </li>
        </ul>
      </section>
    </nav>
  );
}

interface RowProps {
  one: Notice | StaffMail;
  part: Part;
  body: Templates;
  here: ListProps['here'];
  chosen: boolean;
}

function Row({ one, part, body, here, chosen }: RowProps) {
  const { t, language } = useWords();
  const own = builtInFor(one.id) === null;
  const list: readonly { id: string }[] = defaultTemplates[part];
  const changed =
    !own &&
    !same(
      one,
      list.find(({ id }) => id === one.id),
    );
  const broken =
    templatesProblems({ notices: [], staff: [], common: [], [part]: body[part].filter(({ id }) => id === one.id) })
      .length > 0;
  return (
    <li>
      <Link to={`?${here(one.id)}`} aria-current={chosen ? 'page' : undefined} data-broken={broken}>
        <span>{one.name[language]}</span>
        {(own || changed) && <small className="quiet">{t(own ? 'tpl.own' : 'tpl.changed')}</small>}
      </Link>
    </li>
  );
}
