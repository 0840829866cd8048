import { Button, Tooltip } from 'antd';
import { type Audience, type Variable, variablesFor } from '#domain/templates/variables';
import { useWords } from '../../i18n/language.ts';
import type { Cursor } from './cursor.ts';

/** What words may name; a tap puts it where the cursor is. */
export function VariablePicker({ audience, cursor }: { audience: Audience; cursor: Cursor }) {
  const { t, language } = useWords();
  return (
    <section className="variables" aria-label={t('tpl.variables')}>
      <h3>{t('tpl.variables')}</h3>
      <p className="quiet">{t(cursor.ready ? 'tpl.variablesHint' : 'tpl.variablesFirst')}</p>
      <ul>
        {variablesFor[audience].map((variable) => (
          <li key={variable.name}>
            {!variable.flag && (
              <Tooltip title={<About variable={variable} />}>
                <Button
                  size="small"
                  disabled={!cursor.ready}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => cursor.insert(`{{${variable.name}}}`)}
                >
                  {variable.label[language]}
                </Button>
              </Tooltip>
            )}
            {variable.flag && <span className="variable-flag">{variable.label[language]}</span>}
            {(variable.optional || variable.flag) && (
              <Button
                size="small"
                type="text"
                className="variable-if"
                aria-label={t('tpl.insertIf', { name: variable.label[language].replace(/[？?]$/, '') })}
                disabled={!cursor.ready}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => cursor.insert(ifThere(variable))}
              >
                {t(variable.flag ? 'tpl.ifSo' : 'tpl.if')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

const ifThere = ({ name, flag }: Variable): string =>
  flag ? `{% if ${name} %}{% endif %}` : `{% if ${name} %}{{${name}}}{% endif %}`;

function About({ variable }: { variable: Variable }) {
  const { t, language } = useWords();
  const more = [
    ...(variable.optional ? [t('tpl.optional')] : []),
    ...(variable.personal ? [t('tpl.personal')] : []),
  ].join(' · ');
  return (
    <>
      <div>{t('tpl.example', { example: variable.example[language] })}</div>
      {more && <div>{more}</div>}
    </>
  );
}
