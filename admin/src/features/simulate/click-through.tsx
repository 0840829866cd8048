import { Button } from 'antd';
import { verdictLabels } from '#domain/field-options';
import type { Act, Scripted } from '#domain/simulate/behaviour';
import { actorsNow } from '#domain/simulate/offers';
import type { Simulated } from '#domain/simulate/simulated';
import { HOUR } from '#domain/time';
import { actionLabel } from '#domain/words';
import type { Definition } from '#domain/workflow/definition';
import { useWords } from '../../i18n/language.ts';
import type { Said } from './use-said.ts';
import type { SimFacts } from './use-sim-facts.ts';

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
      {actors.map(({ who, acts }) => (
        <div key={who} className="sim-actor">
          <span>{said.person(who)}</span>
          <span className="sim-acts">
            {acts.map((act) => (
              <Button
                key={JSON.stringify(act)}
                size="small"
                onClick={() => step({ cursor, script: [...script, { ...act, at: cursor }] })}
              >
                {label(act)}
              </Button>
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
