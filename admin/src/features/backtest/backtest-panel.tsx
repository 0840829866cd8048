import { Alert, Button, Progress } from 'antd';
import { useId } from 'react';
import type { Definition } from '#domain/workflow/definition';
import { Empty, Failed } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import { DifferentList } from './different-list.tsx';
import { FigureTable } from './figure-table.tsx';
import { Hours } from './hours.tsx';
import { PersonMails } from './person-mails.tsx';
import { DAYS, type Tested, useBacktest } from './use-backtest.ts';

interface BacktestProps {
  kind: 'workflow';
  id: string;
  draft: Definition;
  /** Null: never in force. */
  current: { version: number; body: Definition } | null;
}

/** Fewer than these say little about the next ones. */
const FEW = 5;

/** What the draft would have done with the real items of the last 90 days, beside the version in force. */
export default function Backtest({ id, draft, current }: BacktestProps) {
  const { t } = useWords();
  const title = useId();
  const { stage, outdated, start, stop } = useBacktest({ id, draft, current: current?.body ?? null });
  return (
    <section className="backtest" aria-labelledby={title}>
      <h3 id={title} className="form-heading">
        {t('backtest.title')}
      </h3>
      <p className="quiet">{t(current ? 'backtest.lead' : 'backtest.leadNew', { days: DAYS })}</p>
      {stage.at === 'idle' && <Button onClick={start}>{t('backtest.start')}</Button>}
      {(stage.at === 'reading' || stage.at === 'running') && (
        <div className="backtest-part" role="status">
          <span>
            {stage.at === 'reading'
              ? t('backtest.reading', { count: stage.items })
              : t('backtest.running', { done: stage.items, all: stage.all })}
          </span>
          <Progress
            percent={stage.at === 'reading' ? 0 : Math.round((100 * stage.items) / Math.max(1, stage.all))}
            status="active"
            showInfo={stage.at === 'running'}
            aria-label={t('backtest.title')}
          />
          <Button onClick={stop}>{t('backtest.stop')}</Button>
        </div>
      )}
      {stage.at === 'failed' && <Failed message={stage.message} retry={start} />}
      {stage.at === 'done' && (
        <>
          {outdated && (
            <Alert
              type="info"
              showIcon
              message={t('backtest.outdated')}
              action={
                <Button size="small" onClick={start}>
                  {t('backtest.again')}
                </Button>
              }
            />
          )}
          <Found tested={stage.tested} version={current?.version ?? null} />
          {!outdated && (
            <Button onClick={start} className="backtest-again">
              {t('backtest.again')}
            </Button>
          )}
        </>
      )}
    </section>
  );
}

function Found({ tested, version }: { tested: Tested; version: number | null }) {
  const { t } = useWords();
  const { draft, current, differently } = tested.result;
  const { items } = draft;
  if (items === 0) return <Empty title={t('backtest.none', { days: DAYS })} hint={t('backtest.noneHint')} />;
  const changed = differently.filter(({ unfit }) => unfit.length > 0).length;
  return (
    <>
      <p className="backtest-headline" role="status">
        {current === null
          ? t('backtest.onlyDraft', { items })
          : differently.length === 0
            ? t('backtest.same', { items })
            : t('backtest.differ', { items, count: differently.length })}
      </p>
      {items < FEW && <p className="quiet">{t('backtest.few', { count: items })}</p>}
      {current === null && draft.unfit > 0 && <p>{t('backtest.unfitNew', { count: draft.unfit })}</p>}
      {changed > 0 && <Alert type="warning" showIcon message={t('backtest.unfit', { count: changed })} />}
      <FigureTable draft={draft} current={current} version={version} />
      <PersonMails draft={draft} current={current} />
      <Hours draft={draft.byHour} current={current?.byHour ?? null} />
      {differently.length > 0 && <DifferentList tested={tested} />}
      <p className="quiet">{t('backtest.facts')}</p>
    </>
  );
}
