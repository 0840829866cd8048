import { limitWords } from '#domain/words';
import { Severity } from '../../components/severity.tsx';
import { severityNames } from '../../components/vocabulary.ts';
import { useWords } from '../../i18n/language.ts';
import type { OpenDocument } from '../document/use-document.ts';
import { LimitsFields } from './limits-fields.tsx';

/** What each severity gives when neither category nor rule says otherwise. */
export function LimitsPart({ document: { body, change, editable } }: { document: OpenDocument<'routing'> }) {
  const { t, language } = useWords();
  return (
    <div className="stack">
      <p className="quiet">{t('routing.limitsLead')}</p>
      {severityNames.map((severity) => {
        const limits = body.limits[severity];
        const words = (['acknowledge', 'reply', 'resolve'] as const).map((clock) =>
          limitWords(limits[clock], language),
        );
        return (
          <section key={severity} className="panel">
            <div className="panel-head">
              <h2>
                <Severity severity={severity} major={false} />
              </h2>
              <span className="quiet">{words.join(' · ')}</span>
            </div>
            <LimitsFields
              value={limits}
              disabled={!editable}
              change={(next) => change((now) => ({ ...now, limits: { ...now.limits, [severity]: next } }))}
            />
          </section>
        );
      })}
    </div>
  );
}
