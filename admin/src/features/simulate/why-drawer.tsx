import { explainDeadline, type LineDeadline } from '#domain/simulate/deadlines';
import { limitWords } from '#domain/words';
import { Explained } from '../../components/explained.tsx';
import { Fact } from '../../components/fact.tsx';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { type Key, useWords } from '../../i18n/language.ts';
import type { Said } from './use-said.ts';
import type { SimFacts } from './use-sim-facts.ts';

const OUTCOMES: Record<LineDeadline['outcome'], Key> = {
  met: 'sim.outcomeMet',
  missed: 'sim.outcomeMissed',
  dropped: 'sim.outcomeDropped',
  running: 'sim.outcomeRunning',
};

interface WhyDrawerProps {
  deadline: LineDeadline;
  facts: SimFacts;
  said: Said;
  close: () => void;
}

/** How one deadline of the line came about, and what became of it. */
export function WhyDrawer({ deadline, facts, said, close }: WhyDrawerProps) {
  const { t, language } = useWords();
  const why = explainDeadline(deadline, facts.calendar);
  const words = (text: { 'zh-CN': string; en: string } | null) => text?.[language] ?? null;
  const explained = {
    start: deadline.start,
    beyondHorizon: why?.beyondHorizon ?? false,
    counted: why?.counted ?? [],
    skipped: (why?.skipped ?? []).map((one) => ({ ...one, text: words(one.text) })),
    opened: (why?.opened ?? []).map((one) => ({ ...one, text: words(one.text) })),
    pauses: deadline.pauses,
  };
  return (
    <SideDrawer open close={close} title={t('sim.whyTitle', { clock: said.clock(deadline) })}>
      <Explained why={explained} at={said.when}>
        <Fact term={t('why.limit')}>
          {deadline.limit === null ? t('sim.named') : limitWords(deadline.limit, language)}
        </Fact>
        <Fact term={t('why.deadline')}>
          <strong>{said.when(deadline.at)}</strong>
        </Fact>
        <Fact term={t('why.calendar')}>
          {why?.calendar ? facts.calendar.document.name[language] : t('why.roundTheClock')}
        </Fact>
        <Fact term={t('sim.outcome')}>
          {t(OUTCOMES[deadline.outcome], { when: deadline.ended === null ? '' : said.when(deadline.ended) })}
        </Fact>
      </Explained>
    </SideDrawer>
  );
}
