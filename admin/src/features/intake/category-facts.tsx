import { limitWords } from '#domain/words';
import { Severity } from '../../components/severity.tsx';
import { useWords } from '../../i18n/language.ts';
import { categoryAt, routingAt } from '../workplace/site-routing.ts';
import { useWorkplace } from '../workplace/workplace.tsx';

const CLOCKS = ['acknowledge', 'reply', 'resolve'] as const;

/** What the chosen category decides: who it goes to, how severe it is, and the three limits in words. */
export function CategoryFacts({ category: id, site }: { category: string; site: string }) {
  const { t, language } = useWords();
  const { names, directory } = useWorkplace();
  const category = categoryAt(directory, site, id);
  if (!category) return null;
  const limits = category.limits ?? routingAt(directory, site).limits[category.severity];
  return (
    <div className="category-facts" aria-live="polite">
      <div className="facts-line">
        <span>{t('category.goesTo', { department: names.department(site, category.department) })}</span>
        <Severity severity={category.severity} major={category.major} />
      </div>
      <dl>
        {CLOCKS.map((clock) => (
          <div key={clock}>
            <dt>{t(`clockName.${clock}`)}</dt>
            <dd>{limitWords(limits[clock], language)}</dd>
          </div>
        ))}
      </dl>
      {category.major && <p className="notice">{t('category.major')}</p>}
    </div>
  );
}
