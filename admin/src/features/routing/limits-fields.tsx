import type { Limits } from '#domain/limit';
import { LimitInput } from '../../components/limit-input.tsx';
import { useWords } from '../../i18n/language.ts';

const CLOCKS = ['acknowledge', 'reply', 'resolve'] as const;

interface LimitsFieldsProps {
  value: Limits;
  change: (value: Limits) => void;
  disabled: boolean;
}

/** The three limits of a complaint: to acknowledge, to reply, to resolve. */
export function LimitsFields({ value, change, disabled }: LimitsFieldsProps) {
  const { t } = useWords();
  return (
    <div className="limits-fields">
      {CLOCKS.map((clock) => (
        <div key={clock}>
          <span className="limits-name">{t(`clockName.${clock}`)}</span>
          <LimitInput
            label={t(`clockName.${clock}`)}
            value={value[clock]}
            disabled={disabled}
            onChange={(limit) => change({ ...value, [clock]: limit })}
          />
        </div>
      ))}
    </div>
  );
}
