import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Organisation, Roster } from '#domain/organisation';
import { Choice } from '../../components/choice.tsx';
import { Labelled } from '../../components/labelled.tsx';
import { TimeInput } from '../../components/time-input.tsx';
import { useWords } from '../../i18n/language.ts';
import type { OpenDocument } from '../document/use-document.ts';
import { EntityDrawer, type Fields } from '../organisation/entity-drawer.tsx';
import { NameFields } from '../organisation/name-fields.tsx';
import type { Opening } from '../organisation/opened.ts';
import { PersonSelect } from '../organisation/person-select.tsx';
import { isPastMidnight, WEEKDAYS } from './week.ts';

interface RosterDrawerProps {
  document: OpenDocument<'rosters'>;
  opening: Opening;
  organisation: Organisation;
  site: string;
  /** The site's rosters, as they stand in the working copy. */
  rows: readonly Roster[];
  may: boolean;
}

/** Name and weekly pattern of a roster. */
export function RosterDrawer({ document, opening, organisation, site, rows, may }: RosterDrawerProps) {
  const { t } = useWords();
  const { body, change, field } = document;
  const write = (next: Roster[]) => {
    const added = next.filter(({ id }) => !rows.some((one) => one.id === id));
    change((before) => ({
      ...before,
      rosters: [
        ...before.rosters.flatMap((one) => (one.site === site ? next.filter(({ id }) => id === one.id) : [one])),
        ...added,
      ],
    }));
  };
  return (
    <EntityDrawer
      opening={opening}
      list={rows}
      write={write}
      field={(path) => {
        const [index = '', ...rest] = path.split('.');
        const row = rows[Number(index)];
        return row ? field(['rosters', body.rosters.indexOf(row), ...rest].join('.')) : {};
      }}
      blank={{ id: '', site, name: { 'zh-CN': '', en: '' }, weekly: [], dated: [] }}
      kind="roster"
      titles={{ add: t('roster.add'), remove: { label: t('roster.remove'), hint: t('roster.removeHint') } }}
      mayChange={() => may}
      fields={(props) => (
        <>
          <NameFields
            value={props.value.name}
            change={(name) => props.set({ name })}
            field={(path) => props.field(`name.${path}`)}
            disabled={props.disabled}
          />
          <WeeklyPattern {...props} organisation={organisation} />
        </>
      )}
    />
  );
}

function WeeklyPattern({ value, set, field, disabled, organisation }: Fields<Roster> & { organisation: Organisation }) {
  const { t } = useWords();
  const { weekly, site } = value;
  const write = (index: number, patch: Partial<Roster['weekly'][number]>) =>
    set({ weekly: weekly.map((turn, i) => (i === index ? { ...turn, ...patch } : turn)) });
  const first =
    weekly.at(-1)?.person ?? organisation.people.find(({ active, sites }) => active && sites.includes(site))?.id;
  return (
    <section className="drawer-section" aria-label={t('roster.weekly')}>
      <h3>{t('roster.weekly')}</h3>
      <p className="quiet">{t('roster.weeklyHint')}</p>
      {weekly.map((turn, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: turns have no name of their own and are never reordered
        <fieldset key={index} className="weekly-turn" aria-label={t('roster.turn', { n: index + 1 })}>
          <Labelled label={t('roster.days')} {...field(`weekly.${index}.days`)}>
            {(id) => (
              <Choice
                id={id}
                mode="multiple"
                aria-label={t('roster.days')}
                value={turn.days}
                disabled={disabled}
                onChange={(days: number[]) => write(index, { days: [...days].sort((a, b) => a - b) })}
                options={WEEKDAYS.map((day) => ({ value: day, label: t(`weekday.${day}`) }))}
              />
            )}
          </Labelled>
          <div className="form-row">
            <Labelled label={t('roster.from')} {...field(`weekly.${index}.from`)}>
              {(id) => (
                <TimeInput
                  id={id}
                  label={t('roster.from')}
                  value={turn.from}
                  disabled={disabled}
                  change={(from) => write(index, { from })}
                />
              )}
            </Labelled>
            <Labelled
              label={t('roster.to')}
              extra={isPastMidnight(turn) ? t('roster.nextDay') : undefined}
              {...field(`weekly.${index}.to`)}
            >
              {(id) => (
                <TimeInput
                  id={id}
                  label={t('roster.to')}
                  value={turn.to}
                  disabled={disabled}
                  change={(to) => write(index, { to })}
                />
              )}
            </Labelled>
          </div>
          <Labelled label={t('roster.person')} {...field(`weekly.${index}.person`)}>
            {(id) => (
              <PersonSelect
                id={id}
                organisation={organisation}
                site={site}
                label={t('roster.person')}
                value={turn.person}
                required
                change={(person) => person !== null && write(index, { person })}
                disabled={disabled}
              />
            )}
          </Labelled>
          {!disabled && (
            <Button
              type="text"
              danger
              icon={<DeleteOutlined />}
              onClick={() => set({ weekly: weekly.filter((_, i) => i !== index) })}
            >
              {t('roster.removeTurn')}
            </Button>
          )}
        </fieldset>
      ))}
      {!disabled && first !== undefined && (
        <Button
          icon={<PlusOutlined />}
          onClick={() =>
            set({ weekly: [...weekly, { days: [1, 2, 3, 4, 5], from: '18:00', to: '09:00', person: first }] })
          }
        >
          {t('roster.addTurn')}
        </Button>
      )}
    </section>
  );
}
