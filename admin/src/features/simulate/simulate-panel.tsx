import { Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { siteOf } from '#domain/document-id';
import { simulate } from '#domain/simulate/simulate';
import type { Simulated } from '#domain/simulate/simulated';
import { DAY } from '#domain/time';
import type { Definition } from '#domain/workflow/definition';
import { answersSent } from '../../components/form-fields.tsx';
import { usePhone } from '../../components/media.ts';
import { Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import { useNow } from '../clock/system-clock.tsx';
import { useSiteForms } from '../intake/use-site-forms.ts';
import type { PreviewProps } from '../workflows/previews.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { BehaviourForm } from './behaviour-form.tsx';
import { type Choices, nobody, rulesOf } from './behaviours.ts';
import { type Clicked, ClickThrough } from './click-through.tsx';
import { Result } from './result.tsx';
import { beforeNationalDay, itemOf, type Scene } from './scene.ts';
import { SceneForm } from './scene-form.tsx';
import { useSaid } from './use-said.ts';
import { type SimFacts, useSimFacts } from './use-sim-facts.ts';

/** A year is more than any complaint should live. */
const LONGEST = 366 * DAY;

/** What-if (推演): a complaint lived through by the workflow as drafted, in the browser, by the engine itself. */
export default function SimulatePanel({ id, draft, current, beside = false }: PreviewProps & { beside?: boolean }) {
  const { t } = useWords();
  const { me, site: chosen } = useWorkplace();
  const own = siteOf(id);
  const [site, setSite] = useState(own ?? chosen?.id ?? me.sites[0]?.id ?? '');
  const loaded = useSimFacts(site);
  if (site === '') return <p className="quiet">{t('sim.noSite')}</p>;
  if (loaded.at === 'loading') return <RowsSkeleton />;
  if (loaded.at === 'failed') return <Failed message={loaded.message} retry={loaded.retry} />;
  return (
    <Simulator
      key={site}
      site={site}
      setSite={setSite}
      fixedSite={own !== null}
      beside={beside}
      facts={loaded.facts}
      workflow={id}
      draft={draft}
      current={current?.body ?? null}
    />
  );
}

interface SimulatorProps {
  site: string;
  setSite: (site: string) => void;
  fixedSite: boolean;
  /** Form and result stand side by side: there is room for all of the form. */
  beside: boolean;
  facts: SimFacts;
  workflow: string;
  draft: Definition;
  current: Definition | null;
}

function Simulator({ site, setSite, fixedSite, beside, facts, workflow, draft, current }: SimulatorProps) {
  const { t } = useWords();
  const now = useNow();
  const compact = usePhone() || !beside;
  const said = useSaid(facts, site);
  const { zone } = said;
  const [scene, setScene] = useState<Scene>(() =>
    firstScene(site, facts, beforeNationalDay(now, zone, facts.calendar.document)),
  );
  const [choices, setChoices] = useState<Choices>(nobody);
  const [way, setWay] = useState<'rules' | 'click'>('rules');
  const [steps, setSteps] = useState<readonly Clicked[]>([]);

  const formOf = useSiteForms(site);
  const form = formOf(scene.category);
  const item = useMemo(
    () => itemOf(scene, facts, workflow, zone, { form, answers: answersSent(form, scene.answers).fields }, draft.kind),
    [scene, facts, workflow, zone, form, draft.kind],
  );
  const begun: Clicked = { script: [], cursor: item?.createdAt ?? 0 };
  const clicked = steps.at(-1) ?? begun;
  const { cursor, script } = clicked;
  const live = (definition: Definition | null): Simulated | null => {
    if (!item || !definition) return null;
    const given = { definition, item, facts };
    if (way === 'click') return simulate({ ...given, behaviour: { rules: [], script }, until: cursor });
    return simulate({
      ...given,
      behaviour: { rules: rulesOf(choices), script: [] },
      until: item.createdAt + LONGEST,
    });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: `live` is made anew at each drawing of what is named here
  const [line, before] = useMemo(
    () => [live(draft), live(current)],
    [item, draft, current, facts, way, choices, cursor, script],
  );

  const change = (part: Partial<Scene>) => {
    setSteps([]);
    if (part.site !== undefined && part.site !== site) setSite(part.site);
    else setScene({ ...scene, ...part });
  };
  const levels = Math.max(1, ...draft.steps.map((step) => (step.type === 'ask' ? step.levels.length : 1)));
  const people = facts.directory.organisation.people.filter(({ active, sites }) => active && sites.includes(site));
  return (
    <section className="sim" aria-label={t('sim.title')}>
      <div className="sim-form">
        <h3 className="form-heading">{t('sim.what')}</h3>
        <SceneForm
          scene={scene}
          change={change}
          facts={facts}
          form={form}
          zone={zone}
          fixedSite={fixedSite}
          compact={compact}
        />
        <h3 className="form-heading">{t('sim.behaviour')}</h3>
        <Segmented
          value={way}
          block
          onChange={setWay}
          options={[
            { value: 'rules' as const, label: t('sim.byRules') },
            { value: 'click' as const, label: t('sim.byClick') },
          ]}
        />
        {way === 'rules' ? (
          <BehaviourForm choices={choices} change={setChoices} levels={levels} people={people} compact={compact} />
        ) : (
          line && (
            <ClickThrough
              line={line}
              clicked={clicked}
              step={(next) => setSteps([...steps, next])}
              back={steps.length > 0 ? () => setSteps(steps.slice(0, -1)) : null}
              definition={draft}
              facts={facts}
              said={said}
            />
          )
        )}
      </div>
      {line ? (
        <Result line={line} current={before} definition={draft} facts={facts} said={said} />
      ) : (
        <p className="quiet">{t('sim.noCategory')}</p>
      )}
    </section>
  );
}

function firstScene(site: string, { routing, directory }: SimFacts, moment: string): Scene {
  const buildings = directory.organisation.buildings.filter((one) => one.site === site);
  const category =
    routing.categories.find(({ id }) => id === 'lift-trapped') ?? routing.categories.find(({ active }) => active);
  return {
    site,
    building: (buildings[2] ?? buildings[0])?.id ?? null,
    unit: '',
    place: '',
    category: category?.id ?? '',
    description: category?.name[directory.organisation.sites.find(({ id }) => id === site)?.language ?? 'zh-CN'] ?? '',
    answers: {},
    channel: 'phone',
    reach: 'email',
    repeat: false,
    verified: true,
    moment,
  };
}
