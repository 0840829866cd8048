import { Button } from 'antd';
import type { Visits } from '#domain/visit-rules';
import { useWords } from '../../i18n/language.ts';
import type { OpenDocument } from '../document/use-document.ts';
import { OptionRows } from '../forms/option-rows.tsx';

type Reason = Visits['reasons'][number];
const isBlank = ({ name }: Reason) => name['zh-CN'].trim() === '' && name.en.trim() === '';

/**
 * Reasons for low scores, as they are offered. What is taken from the list is put away, not deleted: visits it was given
 * for keep its name.
 */
export function ReasonsPart({ document }: { document: OpenDocument<'visits'> }) {
  const { t, language } = useWords();
  const { body, change, field, editable } = document;
  const offered = body.reasons.filter(({ active }) => active);
  const away = body.reasons.filter(({ active }) => !active);
  const set = (reasons: Reason[]) => change((now) => ({ ...now, reasons }));
  return (
    <section className="panel">
      <OptionRows
        title={t('visitRules.reasons')}
        hint={t('visitRules.reasonsLead')}
        options={offered.map(({ id, name }) => ({ id, label: name }))}
        least={0}
        disabled={!editable}
        change={(rows) => {
          const gone = offered.filter((one) => !isBlank(one) && !rows.some(({ id }) => id === one.id));
          const stays = rows.map(({ id, label }) => ({ id, name: label, active: true }));
          set([...stays, ...away, ...gone.map((one) => ({ ...one, active: false }))]);
        }}
        field={(path) => {
          const [row = '', ...rest] = path.replace('label.', 'name.').split('.');
          const place = body.reasons.findIndex(({ id }) => id === offered[Number(row)]?.id);
          return field(['reasons', place < 0 ? row : place, ...rest].join('.'));
        }}
      />
      {away.length > 0 && (
        <>
          <h3>{t('visitRules.reasonsAway')}</h3>
          <ul className="reasons-away">
            {away.map((one) => (
              <li key={one.id}>
                {one.name[language]}
                <Button
                  type="link"
                  size="small"
                  disabled={!editable}
                  onClick={() =>
                    set(body.reasons.map((each) => (each.id === one.id ? { ...each, active: true } : each)))
                  }
                >
                  {t('visitRules.reasonBack')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
