import { Button } from 'antd';
import { verdictLabels } from '#domain/field-options';
import type { Act, Scripted } from '#domain/simulate/behaviour';
import { actorsNow, type Passing, passOn } from '#domain/simulate/offers';
import type { Simulated } from '#domain/simulate/simulated';
import { HOUR } from '#domain/time';
import { actionLabel } from '#domain/words';
import type { Definition } from '#domain/workflow/definition';
import { Choice } from '../../components/choice.tsx';
import { type Key, useWords } from '../../i18n/language.ts';
import type { Said } from './use-said.ts';
import type { SimFacts } from './use-sim-facts.ts';

const PASSES: Record<Passing, Key> = { handOver: 'sim.handOver', bringIn: 'sim.bringIn' };

/** How far one has clicked: what was done, and the present. */
export interface Clicked {
  script: readonly Scripted[];
  cursor: number;
}

interface ClickThroughProps {
  line: Simulated;
  clicked: Clicked;
  /** Adds a step that can be taken back. */
  step: (next: Clicked) => void;
  back: (() => void) | null;
  definition: Definition;
  facts: SimFacts;
  said: Said;
}

/** Step by step: whoever is asked at this moment may be clicked for, or time goes on to what comes next. */
export function ClickThrough({ line, clicked, step, back, definition, facts, said }: ClickThroughProps) {
  const { t, language } = useWords();
  const { cursor, script } = clicked;
  const actors = actorsNow(line.item, { definition, facts }, cursor, callersOf(line));
  const act = (one: Act) => step({ cursor, script: [...script, { ...one, at: cursor }] });
  const { people, sites } = facts.directory.organisation;
  /** Of the site, but for who or what it is with. */
  const others: Record<Passing, { value: string; label: string }[]> = {
    handOver: people
      .filter(({ id, active, sites: own }) => active && own.includes(line.item.site) && id !== line.item.owner)
      .map(({ id, name }) => ({ value: id, label: name[language] })),
    bringIn: (sites.find(({ id }) => id === line.item.site)?.departments ?? [])
      .filter(({ id }) => id !== line.item.department)
      .map(({ id, name }) => ({ value: id, label: name[language] })),
  };
  const label = (act: Act): string => {
    if ('act' in act) {
      if (act.act.name === 'verdict') return verdictLabels[act.act.input.verdict][language];
      return t('sim.nudge');
    }
    const { action } = act;
    const words = actionLabel(action.name, language);
    if (action.name === 'promise') return t('sim.actUntil', { act: words, when: said.when(action.input.at) });
    return action.name === 'verdict' ? `${words} · ${verdictLabels[action.input.verdict][language]}` : words;
  };
  return (
    <div className="sim-click">
      <p>
        <strong>{said.when(cursor)}</strong>
      </p>
      {actors.map(({ who, acts, passes }) => (
        <div key={who} className="sim-actor">
          <span>{said.person(who)}</span>
          <span className="sim-acts">
            {acts.map((one) => (
              <Button key={JSON.stringify(one)} size="small" onClick={() => act(one)}>
                {label(one)}
              </Button>
            ))}
            {passes.map((name) => (
              <Choice
                key={name}
                size="small"
                className="sim-pass"
                showSearch
                optionFilterProp="label"
                popupMatchSelectWidth={false}
                aria-label={t(PASSES[name])}
                placeholder={t(PASSES[name])}
                value={null}
                onChange={(to: string) => act(passOn(name, who, to, line.item))}
                options={others[name]}
              />
            ))}
          </span>
        </div>
      ))}
      {actors.length === 0 && <p className="quiet">{t('sim.nobodyAsked')}</p>}
      <div className="sim-waits">
        {line.next !== null && (
          <Button type="primary" onClick={() => line.next !== null && step({ script, cursor: line.next })}>
            {t('sim.waitUntil', { when: said.when(line.next) })}
          </Button>
        )}
        {line.item.endedAt === null && (
          <Button onClick={() => step({ script, cursor: cursor + HOUR })}>{t('sim.waitHour')}</Button>
        )}
        <Button disabled={back === null} onClick={() => back?.()}>
          {t('sim.takeBack')}
        </Button>
      </div>
    </div>
  );
}

/** Who was asked for the calls not made yet. */
function callersOf({ mails, item }: Simulated): string[] {
  const open = new Set(item.calls.flatMap(({ id, doneAt }) => (doneAt === null ? [id] : [])));
  return mails.flatMap(({ effect, failed }) =>
    effect.type === 'mail' && failed === null && effect.call && open.has(effect.call) ? [effect.to] : [],
  );
}
