import type { Ports } from '#ports';
import type { LoadDirectory } from '#usecases/load-directory';
import type { LoadFacts } from '#usecases/load-facts';
import { createOrders } from '#usecases/orders/open-order';
import { createArrangePlans } from '#usecases/plans/arrange-plans';
import { createRenewCertificates } from '#usecases/plans/renew-certificates';
import { createSettlePlans } from '#usecases/plans/settle-plans';
import { createTriggerPlans } from '#usecases/plans/trigger-plans';

/** Maintenance plans on a set of ports: what is published is arranged, what is due is triggered. */
export function assemblePlans(
  ports: Omit<Ports, 'executions' | 'links' | 'mailer' | 'renderer'>,
  loadFacts: LoadFacts,
  loadDirectory: LoadDirectory,
) {
  const parts = { ...ports, loadDirectory };
  const orders = createOrders(parts, loadFacts);
  const settle = createSettlePlans(parts, orders);
  const arranging = createArrangePlans(parts, settle);
  const triggers = createTriggerPlans(parts, settle, arranging, createRenewCertificates(parts, orders));
  return { arranging, triggers };
}
