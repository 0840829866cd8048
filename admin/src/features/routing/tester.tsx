import { CheckCircleFilled, CheckCircleOutlined, CloseCircleOutlined } from '@ant-design/icons';
import { Checkbox, Form, Input } from 'antd';
import { useMemo, useState } from 'react';
import { compileCalendar } from '#domain/calendar';
import { channelLabels } from '#domain/field-options';
import type { Intake } from '#domain/item';
import type { Directory } from '#domain/organisation';
import type { Routing } from '#domain/routing';
import { instantAt, localDate, localTime } from '#domain/time';
import { limitWords } from '#domain/words';
import { Choice } from '../../components/choice.tsx';
import { Labelled } from '../../components/labelled.tsx';
import { Severity } from '../../components/severity.tsx';
import { useWords } from '../../i18n/language.ts';
import { useNow } from '../clock/system-clock.tsx';
import { conditionWords } from '../document/condition-words.ts';
import { useDocumentWords } from '../document/use-document-words.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { type Tried, tryRouting } from './try-routing.ts';

const CHANNELS: readonly Intake['channel'][] = ['desk', 'phone', 'message', 'web', 'staff'];

/** "Who would get this complaint, by which rule?": the domain decides, on the rules as they stand on screen. */
export function Tester({ routing }: { routing: Routing }) {
  const { t, language } = useWords();
  const { me, site: chosen, directory } = useWorkplace();
  const now = useNow();
  const [siteId, setSite] = useState(chosen?.id ?? me.sites[0]?.id);
  const [building, setBuilding] = useState<string | null>(null);
  const [category, setCategory] = useState<string | null>(null);
  const [channel, setChannel] = useState<Intake['channel']>('phone');
  const [isRepeat, setRepeat] = useState(false);
  const [moment, setMoment] = useState<string | null>(null);
  const site = me.sites.find(({ id }) => id === siteId);
  const facts = useTestFacts(site?.calendar);
  const active = routing.categories.filter((one) => one.active);
  const of = category ?? active[0]?.id ?? '';
  if (!site || !facts) return <p className="quiet">{t('tester.noCalendar')}</p>;
  const zone = site.zone;
  const local = moment ?? `${localDate(now, zone)}T${localTime(now, zone)}`;
  const [date = '', time = ''] = local.split('T');
  const imagined = {
    site: site.id,
    building,
    category: of,
    place: null,
    channel,
    isRepeat,
    filedAt: instantAt(date, time.slice(0, 5), zone),
  };
  const tried = tryRouting(routing, imagined, facts);
  return (
    <Form layout="vertical" component="div" className="form tester">
      {me.sites.length > 1 && (
        <Labelled label={t('site.label')}>
          {(id) => (
            <Choice
              id={id}
              value={site.id}
              onChange={(next: string) => {
                setSite(next);
                setBuilding(null);
              }}
              options={me.sites.map(({ id: value, name }) => ({ value, label: name[language] }))}
            />
          )}
        </Labelled>
      )}
      <Labelled label={t('item.category')}>
        {(id) => (
          <Choice
            id={id}
            showSearch
            optionFilterProp="label"
            value={of}
            onChange={setCategory}
            options={active.map(({ id: value, name }) => ({ value, label: name[language] }))}
          />
        )}
      </Labelled>
      <Labelled label={t('field.building')}>
        {(id) => (
          <Choice
            id={id}
            allowClear
            placeholder={t('tester.noBuilding')}
            value={building ?? undefined}
            onChange={(next: string | undefined) => setBuilding(next ?? null)}
            options={directory.buildings
              .filter((one) => one.site === site.id)
              .map(({ id: value, name }) => ({ value, label: name[language] }))}
          />
        )}
      </Labelled>
      <div className="form-row">
        <Labelled label={t('tester.channel')}>
          {(id) => (
            <Choice
              id={id}
              value={channel}
              onChange={setChannel}
              options={CHANNELS.map((value) => ({ value, label: channelLabels[value][language] }))}
            />
          )}
        </Labelled>
        <Labelled label={t('tester.filedAt')}>
          {(id) => (
            <Input
              id={id}
              type="datetime-local"
              value={local}
              onChange={({ target }) => setMoment(target.value || null)}
            />
          )}
        </Labelled>
      </div>
      <Checkbox checked={isRepeat} onChange={({ target }) => setRepeat(target.checked)}>
        {t('tester.isRepeat')}
      </Checkbox>
      {tried && <Answer routing={routing} tried={tried} site={site.id} />}
    </Form>
  );
}

function Answer({ routing, tried, site }: { routing: Routing; tried: Tried; site: string }) {
  const { t, language } = useWords();
  const { names } = useWorkplace();
  const { route, rules } = tried;
  const rule = routing.rules.find(({ id }) => id === route.rule);
  return (
    <div className="tester-answer" aria-live="polite">
      <strong>{rule ? t('tester.matched', { name: rule.name[language] }) : t('tester.byCategory')}</strong>
      <div className="facts-line">
        <span>{t('category.goesTo', { department: names.department(site, route.department) })}</span>
        <Severity severity={route.severity} major={route.major} />
      </div>
      <dl className="tester-limits">
        {(['acknowledge', 'reply', 'resolve'] as const).map((clock) => (
          <div key={clock}>
            <dt>{t(`clockName.${clock}`)}</dt>
            <dd>{limitWords(route.limits[clock], language)}</dd>
          </div>
        ))}
      </dl>
      {rules.length > 0 && (
        <ol className="tester-rules">
          {rules.map(({ id, ...outcome }) => {
            const found = routing.rules.find((one) => one.id === id);
            return (
              <RuleOutcome key={id} name={found?.name[language] ?? id} used={id === route.rule} outcome={outcome} />
            );
          })}
        </ol>
      )}
    </div>
  );
}

interface OutcomeProps {
  name: string;
  used: boolean;
  outcome: Omit<Tried['rules'][number], 'id'>;
}

/** One rule: taken, would have been, or not and why. */
function RuleOutcome({ name, used, outcome: { holds, failing } }: OutcomeProps) {
  const { t, language } = useWords();
  const words = useDocumentWords([]);
  const why = failing.map(({ condition, value }) => {
    const wanted = conditionWords(condition, {
      language,
      value: (field, constant) => words.value(field, constant),
      fields: words.fields,
    });
    const is = !('field' in condition)
      ? null
      : value === undefined
        ? t('tester.unknown')
        : words.value(condition.field, value);
    return is === null ? wanted : t('tester.but', { wanted, is });
  });
  const state = used ? 'used' : holds ? 'later' : 'not';
  return (
    <li data-state={state}>
      <span className="tester-mark">
        {used ? (
          <CheckCircleFilled aria-hidden />
        ) : holds ? (
          <CheckCircleOutlined aria-hidden />
        ) : (
          <CloseCircleOutlined aria-hidden />
        )}
      </span>
      <span>
        <strong>{name}</strong> <span className="quiet">{t(`tester.${state}`)}</span>
        {why.map((line) => (
          <span key={line} className="tester-why">
            {line}
          </span>
        ))}
      </span>
    </li>
  );
}

/** What the domain reads beside the complaint: buildings with their age, and the site's calendar. */
function useTestFacts(calendarId: string | undefined) {
  const { me, directory } = useWorkplace();
  return useMemo(() => {
    const calendar = directory.calendars.find(({ id }) => id === calendarId);
    if (!calendar) return null;
    const sites = me.sites.map((site) => ({ ...site, code: 'X', director: null, departments: [] }));
    const company = { name: me.company.name, zone: calendar.body.zone, language: me.person.language };
    const organisation = { company, posts: [], sites, areas: [], buildings: directory.buildings, people: [] };
    const known: Directory = { organisation, rosters: { rosters: [] }, absences: { absences: [] } };
    return { directory: known, calendar: compileCalendar(calendar.body, `${calendar.id}@${calendar.version}`) };
  }, [calendarId, me, directory]);
}
