import { ArrowRightOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { localDate } from '#domain/time';
import type { ImprovementDetail } from '#http/schemas/improvement';
import { useWords } from '../../i18n/language.ts';
import { useNow } from '../clock/system-clock.tsx';
import { useZone } from '../workplace/workplace.tsx';
import { useFigureWords } from './figure-words.ts';
import type { PartProps } from './improvement-page.tsx';
import { useStep } from './use-step.ts';

type Pair = Pick<ImprovementDetail, 'ref' | 'before' | 'after'>;

/** The same figure before and after, side by side. */
export function FigurePair({ ref, before, after }: Pair) {
  const { t } = useWords();
  const words = useFigureWords();
  const side = (label: string, measured: ImprovementDetail['after']) => (
    <div className="improve-figure">
      <dt>{label}</dt>
      <dd>
        <strong>{measured ? words.value(ref.measure, measured.value) : '–'}</strong>
        {measured && (
          <span className="quiet">
            {t('improve.read', {
              from: words.day(measured.from),
              to: words.day(measured.to),
              counted: measured.counted,
            })}
          </span>
        )}
      </dd>
    </div>
  );
  return (
    <dl className="improve-pair">
      {side(t('improve.before'), before)}
      <ArrowRightOutlined aria-hidden />
      {side(t('improve.after'), after)}
    </dl>
  );
}

export function CheckPart({ improvement }: PartProps) {
  const { t } = useWords();
  const words = useFigureWords();
  const { send, busy, problem } = useStep(improvement);
  const { ref, before, after, state, site, checkOn, may, compared, target } = improvement;
  const today = localDate(useNow(), useZone(site));
  const isDue = state === 'check' && checkOn !== null && checkOn <= today;
  return (
    <div className="improve-check">
      <FigurePair ref={ref} before={before} after={after} />
      <p className="quiet">
        {t('improve.sameFigure', { goal: words.goal(ref.measure, target) })}
        {compared && ` ${t(`improve.compared.${compared}`)}`}
      </p>
      {state === 'check' && !isDue && <p>{t('improve.checkFrom', { day: words.day(checkOn) })}</p>}
      {(state === 'plan' || state === 'do') && <p>{t('improve.checkLater')}</p>}
      {problem && <Alert type="error" showIcon role="alert" message={problem} />}
      {isDue && may.record && (
        <Button
          type={after ? 'default' : 'primary'}
          loading={busy}
          onClick={() => void send('check', {}, t('improve.figureRead'))}
        >
          {t(after ? 'improve.readAgain' : 'improve.readFigure')}
        </Button>
      )}
    </div>
  );
}
