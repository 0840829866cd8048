import { Link } from 'react-router';
import { useWords } from '../../i18n/language.ts';
import { SettingsPage } from '../overrides/settings-page.tsx';
import { CategoriesPart } from './categories-part.tsx';
import { LimitsPart } from './limits-part.tsx';
import { RulesPart } from './rules-part.tsx';
import { Tester } from './tester.tsx';

const PARTS = ['rules', 'categories', 'limits'] as const;

/** Categories and the rules that say where a complaint goes (类别与派单规则). */
export default function RoutingPage() {
  const { t } = useWords();
  return (
    <SettingsPage
      kind="routing"
      name={t('nav.routing')}
      lead={t('routing.lead')}
      readOnly={t('routing.readOnly')}
      links={<Link to="/exchange">{t('nav.exchange')}</Link>}
      parts={PARTS}
      partLabel={(part) => t(`routing.part.${part}`)}
    >
      {(part, document) => (
        <div className="detail">
          <div className="detail-main">
            {part === 'rules' && <RulesPart document={document} />}
            {part === 'categories' && <CategoriesPart document={document} />}
            {part === 'limits' && <LimitsPart document={document} />}
          </div>
          <section className="panel" aria-label={t('tester.title')}>
            <h2>{t('tester.title')}</h2>
            <Tester routing={document.body} />
          </section>
        </div>
      )}
    </SettingsPage>
  );
}
