import type { ReactNode } from 'react';
import type { ReferencesView } from '#http/schemas/leaver';
import { Due } from '../../components/due.tsx';
import { useWords } from '../../i18n/language.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { SuccessorChoice } from './successor-choice.tsx';
import type { LeaverChoice } from './use-leaver.ts';

type Line = ReferencesView['lines'][number];
const groups = ['organisation', 'rosters', 'workflows', 'assets'] as const;
const groupOf = ({ kind }: Line): (typeof groups)[number] => {
  if (kind === 'recipient') return 'workflows';
  if (kind === 'assetResponsible' || kind === 'assetDeputy') return 'assets';
  return kind === 'weeklyShift' || kind === 'datedShift' || kind === 'absence' || kind === 'deputy'
    ? 'rosters'
    : 'organisation';
};

interface LeaverLinesProps {
  references: ReferencesView;
  choice: LeaverChoice;
  choose: (key: string, person: string | null | undefined) => void;
  /** By the key of a line. */
  problems: Record<string, string[]>;
}

/** Every place and every open item, each with who takes over there. */
export function LeaverLines({ references, choice, choose, problems }: LeaverLinesProps) {
  const { t, language } = useWords();
  const { names } = useWorkplace();
  const { person, lines, items, more } = references;
  const above = { name: choice.all === null ? t('leaver.nobody') : choice.all ? names.person(choice.all) : null };
  const successor = (key: string, label: string, site: string | null, mayBeEmpty: boolean) => (
    <div className="leaver-choice">
      <SuccessorChoice
        label={t('leaver.byHand', { name: label })}
        leaver={person.id}
        site={site}
        above={above}
        mayBeEmpty={mayBeEmpty}
        value={Object.hasOwn(choice.lines, key) ? choice.lines[key] : undefined}
        onChange={(chosen) => choose(key, chosen)}
        invalid={problems[key] !== undefined}
      />
      {problems[key]?.map((text) => (
        <span key={text} className="field-error" role="alert">
          {text}
        </span>
      ))}
    </div>
  );
  const describe = (line: Line) => {
    const step = line.kind === 'recipient' ? (line.step?.[language] ?? t('leaver.callStep')) : null;
    return [line.name?.[language], step].filter(Boolean).join(' · ') || (line.site ? names.site(line.site) : '');
  };
  const amount = (line: Line): string | null => {
    const { kind, count } = line;
    if (kind === 'weeklyShift' || kind === 'datedShift') return t('leaver.shifts', { count });
    if (groupOf(line) === 'assets') return t('leaver.facilities', { count });
    return count > 1 ? t('leaver.times', { count }) : null;
  };

  return (
    <>
      {groups.map((group) => {
        const own = lines.filter((line) => groupOf(line) === group);
        return own.length === 0 ? null : (
          <Group key={group} title={t(`leaver.group.${group}`)}>
            {own.map((line) => (
              <Row
                key={line.key}
                title={[t(`leaver.kind.${line.kind}`), describe(line)].filter(Boolean).join(' · ')}
                sub={[line.site ? names.site(line.site) : t('leaver.company'), amount(line)]
                  .filter(Boolean)
                  .join(' · ')}
              >
                {line.kind === 'absence' ? (
                  <span className="quiet leaver-removed">{t('leaver.removed')}</span>
                ) : (
                  successor(line.key, `${t(`leaver.kind.${line.kind}`)} ${describe(line)}`, line.site, true)
                )}
              </Row>
            ))}
          </Group>
        );
      })}
      {items.length > 0 && (
        <Group title={t('leaver.items')} hint={more ? t('leaver.itemsMore', { count: items.length }) : undefined}>
          {items.map((item) => (
            <Row
              key={item.id}
              title={`${names.category(item.category)} · ${names.place(item)}`}
              sub={`${item.number} · ${t(item.owner === person.id ? 'leaver.owns' : 'leaver.asked')}`}
              due={<Due due={item.due} site={item.site} />}
            >
              {successor(`item/${item.id}`, item.number, item.site, false)}
            </Row>
          ))}
        </Group>
      )}
    </>
  );
}

function Group({ title, hint, children }: { title: string; hint?: string | undefined; children: ReactNode }) {
  return (
    <section className="panel" aria-label={title}>
      <h2>{title}</h2>
      {hint && <p className="quiet">{hint}</p>}
      <ul className="leaver-rows">{children}</ul>
    </section>
  );
}

function Row({ title, sub, due, children }: { title: string; sub: string; due?: ReactNode; children: ReactNode }) {
  return (
    <li className="leaver-row">
      <div>
        <strong>{title}</strong>
        <span className="row-sub">{sub}</span>
        {due}
      </div>
      {children}
    </li>
  );
}
