import { RightOutlined, WarningFilled } from '@ant-design/icons';
import { Link } from 'react-router';
import { FORECAST_DAYS } from '#domain/coverage/gap';
import type { CoverageView } from '#http/schemas/coverage';
import { useWhenIn } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import { useNow } from '../clock/system-clock.tsx';
import { lanesFrom } from './from-wire.ts';
import { groupGaps } from './group-gaps.ts';
import { MendLinks } from './mend.tsx';
import { useCoverage } from './use-coverage.ts';
import { useGapWords } from './use-gap-words.ts';

/** The next hours in which a level of a workflow in force would reach nobody, or leans on who leaves; what it cannot read it leaves to its page. */
export function NextGap({ site, zone }: { site: string; zone: string }) {
  const { t } = useWords();
  const when = useWhenIn(zone);
  const view = useCoverage(site).data?.data;
  if (!view) return null;
  return (
    <section className="home-gaps" aria-label={t('coverage.title')}>
      <Found view={view} zone={zone} />
      <div className="gap-why">
        <span className="quiet">{t('coverage.computed', { at: when.at(view.computedAt) })}</span>
        <Link to="/coverage">
          {t('coverage.all', { days: FORECAST_DAYS })} <RightOutlined aria-hidden />
        </Link>
      </div>
    </section>
  );
}

function Found({ view, zone }: { view: CoverageView; zone: string }) {
  const { t, language } = useWords();
  const now = useNow();
  const said = useGapWords(view.site, zone);
  const found = view.workflows
    .flatMap(({ name, lanes }) =>
      lanesFrom(lanes).flatMap(({ rungs, gaps }) =>
        groupGaps(gaps, now)
          .filter(({ state }) => state !== 'one')
          .map((group) => ({ ...group, rungs, workflow: name[language], from: group.stretches[0]?.from ?? 0 })),
      ),
    )
    .sort((a, b) => a.from - b.from);
  const [next] = found;
  const [stretch] = next?.stretches ?? [];
  if (!next || !stretch) return <p className="quiet">{t('coverage.sound', { days: FORECAST_DAYS })}</p>;
  const which = said.where(next.where);
  return (
    <ul>
      <li>
        <span>
          <WarningFilled aria-hidden className="gap-sign" />{' '}
          <strong>{t('coverage.next', { when: said.stretch(stretch, Date.parse(view.to)) })}</strong>
        </span>
        <span>
          {t('coverage.nextWhat', {
            reached: said.reached(next),
            level: said.rungs(next.rungs),
            workflow: next.workflow,
          })}
          {which && ` (${which})`}
        </span>
        <span className="quiet">{next.reasons.map(said.reason).join(language === 'en' ? '; ' : '；')}</span>
        <MendLinks reasons={next.reasons} />
        {found.length > 1 && <span className="quiet">{t('coverage.others', { count: found.length - 1 })}</span>}
      </li>
    </ul>
  );
}
