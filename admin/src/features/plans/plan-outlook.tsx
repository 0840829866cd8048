import { CopyOutlined, ImportOutlined } from '@ant-design/icons';
import { App, Button, Input } from 'antd';
import { useMemo, useState } from 'react';
import { goesByDates, type MaintenancePlan } from '#domain/maintenance-plan';
import type { CompiledPlan } from '#domain/plan/compiled-plan';
import type { Upcoming } from '#domain/plan/occurrences';
import { planRrule } from '#domain/plan/plan-rrule';
import { absorbedWords, driftWords, leftOutWords, planWords, shiftWords } from '#domain/plan/plan-words';
import { fromRrule, RruleUnreadable } from '#domain/recurrence/rrule';
import { languages } from '#domain/text';
import { dayWords } from '../../components/day-words.ts';
import { useWords } from '../../i18n/language.ts';
import { useNow } from '../clock/system-clock.tsx';
import { Meters } from './meters.tsx';
import { outlookOf } from './outlook.ts';
import type { PartProps } from './plan-form.tsx';
import { StandingPanel } from './standing.tsx';
import type { SitePlans } from './use-site-plans.ts';

interface PlanOutlookProps {
  /** Null while the plan is not whole. */
  one: CompiledPlan | null;
  found: SitePlans;
  plans: readonly MaintenancePlan[];
  part: PartProps;
}
const NEXT = 12;

/** What the forms beside it mean: the rule in words, the next twelve dates and why they are where they are. */
export function PlanOutlook({ one, found, plans, part }: PlanOutlookProps) {
  const { t, language } = useWords();
  const names = useMemo(() => new Map(plans.map(({ id, name }) => [id, name])), [plans]);
  const now = useNow();
  const state = found.states.get(part.plan.id);
  const standing = found.standings.get(part.plan.id);
  const minute = Math.floor(now / 60_000) * 60_000;
  const lines = useMemo(() => (one ? outlookOf(one, minute, NEXT, { state }) : []), [one, minute, state]);
  const inOrder = [language, ...languages.filter((other) => other !== language)];
  return (
    <div className="detail-side plan-outlook">
      {standing && <StandingPanel standing={standing} found={found} one={one} />}
      <section className="panel" aria-label={t('plans.inWords')}>
        <h2>{t('plans.inWords')}</h2>
        {one === null && <p className="quiet">{t(found.calendar === null ? 'plans.noCalendar' : 'plans.notWhole')}</p>}
        {one &&
          inOrder.map((each) => (
            <ul key={each} lang={each} className={each === language ? 'rule-words' : 'rule-words quiet'}>
              {planWords(one.plan, names, each).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          ))}
      </section>
      {one && (
        <section className="panel" aria-label={t('plans.nextDates')}>
          <h2>{t('plans.nextDates')}</h2>
          <p className="quiet">{hintOf(one, t)}</p>
          <ol className="next-dates">
            {lines.map((line) => (
              <NextLine key={`${line.kind} ${dateOf(line)}`} line={line} names={names} />
            ))}
          </ol>
          {lines.length === 0 && goesByDates(one.plan) && <p className="field-error">{t('plans.noNext')}</p>}
        </section>
      )}
      {standing && part.plan.meter !== null && part.plan.per === 'asset' && <Meters plan={part.plan} found={found} />}
      {one && <Rrule one={one} part={part} />}
    </div>
  );
}

function hintOf({ plan }: CompiledPlan, t: ReturnType<typeof useWords>['t']): string {
  if (!goesByDates(plan)) return t('plans.byMeterHint');
  return t(plan.mode === 'floating' ? 'plans.floatingHint' : 'plans.nextHint');
}

const dateOf = (line: Upcoming): string => (line.kind === 'leftOut' ? line.leftOut.planned : line.occurrence.planned);

function NextLine({ line, names }: { line: Upcoming; names: ReadonlyMap<string, MaintenancePlan['name']> }) {
  const { language } = useWords();
  const reasons = reasonsOf(line, names, language);
  const date = line.kind === 'leftOut' ? line.leftOut.planned : line.occurrence.date;
  return (
    <li data-kind={line.kind}>
      <span className="next-date">{dayWords(date, language, true)}</span>
      {reasons.map((reason) => (
        <span key={reason} className="quiet">
          {reason}
        </span>
      ))}
    </li>
  );
}

function reasonsOf(
  line: Upcoming,
  names: ReadonlyMap<string, MaintenancePlan['name']>,
  language: 'zh-CN' | 'en',
): string[] {
  switch (line.kind) {
    case 'leftOut':
      return [leftOutWords(line.leftOut, language)];
    case 'absorbed':
      return [absorbedWords(line.absorbed, names, language)];
    case 'comes':
      return [
        ...line.occurrence.shifts.map((shift) => shiftWords(shift, language)),
        ...(line.drift ? [driftWords(line.drift, language)] : []),
      ];
  }
}

/** The rule for other calendars, and one of theirs read in. */
function Rrule({ one, part }: { one: CompiledPlan; part: PartProps }) {
  const { t } = useWords();
  const { notification } = App.useApp();
  const [pasting, setPasting] = useState(false);
  const lines = planRrule(one);
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text);
    notification.success({ message: t('plans.copied') });
  };
  return (
    <section className="panel" aria-label={t('plans.rrule')}>
      <h2>{t('plans.rrule')}</h2>
      {typeof lines === 'string' ? (
        <p className="quiet">{t(`plans.rrule.${lines}`)}</p>
      ) : (
        <pre className="rrule">{lines.join('\n')}</pre>
      )}
      <div className="form-buttons">
        {typeof lines !== 'string' && (
          <Button size="small" icon={<CopyOutlined />} onClick={() => void copy(lines.join('\n'))}>
            {t('plans.copyRule')}
          </Button>
        )}
        {!part.disabled && (
          <Button size="small" icon={<ImportOutlined />} aria-expanded={pasting} onClick={() => setPasting(!pasting)}>
            {t('plans.pasteRule')}
          </Button>
        )}
      </div>
      {pasting && <Paste part={part} done={() => setPasting(false)} />}
    </section>
  );
}

function Paste({ part, done }: { part: PartProps; done: () => void }) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const read = () => {
    try {
      const rule = fromRrule(text.trim(), part.found.zone);
      part.set({ recurrence: rule, mode: 'fixed', moves: [] });
      done();
    } catch (error) {
      if (!(error instanceof RruleUnreadable)) throw error;
      setWrong(t('plans.unreadable', { part: error.part }));
    }
  };
  return (
    <div className="paste-rule">
      <Input.TextArea
        aria-label={t('plans.pasteRule')}
        autoSize={{ minRows: 3, maxRows: 8 }}
        value={text}
        status={wrong ? 'error' : ''}
        placeholder={`DTSTART;TZID=${part.found.zone}:20270105T090000\nRRULE:FREQ=MONTHLY;BYMONTHDAY=5`}
        onChange={({ target }) => {
          setText(target.value);
          setWrong(null);
        }}
      />
      {wrong && (
        <p className="field-error" role="alert">
          {wrong}
        </p>
      )}
      <Button size="small" type="primary" disabled={text.trim() === ''} onClick={read}>
        {t('plans.readRule')}
      </Button>
    </div>
  );
}
