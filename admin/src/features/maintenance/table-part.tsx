import { Form } from 'antd';
import { type ImpactLimit, impacts } from '#domain/maintenance';
import type { Severity as SeverityName } from '#domain/routing';
import { Choice } from '../../components/choice.tsx';
import { LimitInput } from '../../components/limit-input.tsx';
import { Severity } from '../../components/severity.tsx';
import { useWords } from '../../i18n/language.ts';
import { useChoices } from '../condition/choices.ts';
import type { OpenDocument } from '../document/use-document.ts';

const CLOCKS = ['acknowledge', 'resolve'] as const;

/** How soon work has to be done, by how far its failure is felt: widest first, in the table's own order. */
export function TablePart({ document: { body, change, editable, field } }: { document: OpenDocument<'maintenance'> }) {
  const { t } = useWords();
  const { severities } = useChoices();
  const set = (id: ImpactLimit['id'], next: Partial<ImpactLimit>) =>
    change((now) => ({ ...now, impacts: now.impacts.map((one) => (one.id === id ? { ...one, ...next } : one)) }));
  return (
    <div className="stack">
      <p className="quiet">{t('maintenance.tableLead')}</p>
      {impacts.map((impact) => {
        const index = body.impacts.findIndex(({ id }) => id === impact);
        const row = body.impacts[index];
        if (!row) return null;
        return (
          <section key={impact} className="panel">
            <div className="panel-head">
              <h2>{t(`felt.${impact}`)}</h2>
              <Severity severity={row.severity} major={false} />
            </div>
            <div className="limits-fields">
              {CLOCKS.map((clock) => (
                <div key={clock}>
                  <span className="limits-name">{t(`maintenance.${clock}`)}</span>
                  <LimitInput
                    label={`${t(`felt.${impact}`)}: ${t(`maintenance.${clock}`)}`}
                    value={row[clock]}
                    disabled={!editable}
                    onChange={(limit) => set(impact, { [clock]: limit })}
                  />
                </div>
              ))}
              <div>
                <span className="limits-name">{t('item.severity')}</span>
                <Form.Item className="limits-severity" {...field(`impacts.${index}.severity`)}>
                  <Choice
                    aria-label={`${t(`felt.${impact}`)}: ${t('item.severity')}`}
                    value={row.severity}
                    disabled={!editable}
                    onChange={(severity: SeverityName) => set(impact, { severity })}
                    options={severities}
                  />
                </Form.Item>
              </div>
            </div>
          </section>
        );
      })}
    </div>
  );
}
