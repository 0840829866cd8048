import { Segmented } from 'antd';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { LineDeadline } from '#domain/simulate/deadlines';
import type { Simulated, SimulatedMail } from '#domain/simulate/simulated';
import { durationWords, statusLabel } from '#domain/words';
import type { Definition } from '#domain/workflow/definition';
import { RowsSkeleton } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import { LineCompare } from './line-compare.tsx';
import { LineList } from './line-list.tsx';
import { lineRows } from './line-rows.ts';
import { TimeAxis } from './time-axis.tsx';
import type { Said } from './use-said.ts';
import type { SimFacts } from './use-sim-facts.ts';
import { WhyDrawer } from './why-drawer.tsx';

const FlowMap = lazy(() => import('./flow-map.tsx'));
const MailDrawer = lazy(() => import('./mail-drawer.tsx'));

interface ResultProps {
  line: Simulated;
  /** The same lived under the version in force; null: there is none, or it is the same. */
  current: Simulated | null;
  definition: Definition;
  facts: SimFacts;
  said: Said;
}
type View = 'line' | 'diagram' | 'compare';

/** What came of it: the sum, the axis, and the line - told, drawn, or beside that of the version in force. */
export function Result({ line, current, definition, facts, said }: ResultProps) {
  const { t } = useWords();
  const [view, setView] = useState<View>('line');
  const [turn, setTurn] = useState<number | null>(null);
  const [mail, setMail] = useState<SimulatedMail | null>(null);
  const [deadline, setDeadline] = useState<LineDeadline | null>(null);
  const rows = useMemo(() => lineRows(line), [line]);
  const selected = rows.some((row) => row.turn === turn) ? turn : null;
  const shown = view === 'compare' && current === null ? 'line' : view;
  return (
    <section className="sim-result" aria-label={t('sim.result')}>
      <Sum line={line} />
      <TimeAxis rows={rows} calendar={facts.calendar} said={said} selected={selected} select={setTurn} />
      <Segmented<View>
        value={shown}
        onChange={setView}
        options={[
          { value: 'line', label: t('sim.viewLine') },
          { value: 'diagram', label: t('sim.viewDiagram') },
          ...(current ? [{ value: 'compare' as const, label: t('sim.viewCompare') }] : []),
        ]}
      />
      {shown === 'line' && (
        <LineList
          rows={rows}
          said={said}
          selected={selected}
          select={setTurn}
          openMail={setMail}
          explain={setDeadline}
        />
      )}
      {shown === 'diagram' && (
        <Suspense fallback={<RowsSkeleton />}>
          <FlowMap definition={definition} line={line} turn={selected} />
        </Suspense>
      )}
      {shown === 'compare' && current && (
        <LineCompare
          caption={t('sim.viewCompare')}
          current={said.lines(current)}
          draft={said.lines(line)}
          when={said.when}
        />
      )}
      {line.cut && <p className="notice">{t('sim.cut')}</p>}
      {mail && (
        <Suspense>
          <MailDrawer
            key={mail.effect.id}
            line={line}
            mail={mail}
            definition={definition}
            facts={facts}
            said={said}
            close={() => setMail(null)}
          />
        </Suspense>
      )}
      {deadline && <WhyDrawer deadline={deadline} facts={facts} said={said} close={() => setDeadline(null)} />}
    </section>
  );
}

/** In one line: how it stands in the end, after how long, how many mails, how far it climbed, what was late. */
function Sum({ line }: { line: Simulated }) {
  const { t, language } = useWords();
  const { item, mails, turns } = line;
  const start = turns[0]?.at ?? 0;
  const late = line.entries.filter(({ type }) => type === 'missed').length;
  const facts = [
    t(item.endedAt === null ? 'sim.sumSoFar' : 'sim.sumAfter', { time: durationWords(line.now - start, language) }),
    t('sim.sumMails', { count: mails.length }),
    t('sim.sumLevel', { level: item.level + 1 }),
    ...(late > 0 ? [t('sim.sumLate', { count: late })] : []),
  ];
  return (
    <p className="sim-sum" aria-live="polite">
      <span className="status" data-status={item.status}>
        <strong>{item.stuck === null ? statusLabel(item.status, language) : t('sim.stuck')}</strong>
      </span>
      {facts.map((words) => (
        <span key={words}>{words}</span>
      ))}
    </p>
  );
}
