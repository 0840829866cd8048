import type { MaintenancePlan } from '#domain/maintenance-plan';
import { useWords } from '../../i18n/language.ts';

/** In words with a mark, never by colour alone. */
export function PlanStatus({ status }: Pick<MaintenancePlan, 'status'>) {
  const { t } = useWords();
  return (
    <span className="plan-status" data-status={status}>
      {t(`plans.state.${status}`)}
    </span>
  );
}
