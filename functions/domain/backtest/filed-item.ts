import type { Item } from '../item.ts';
import { newItem } from '../new-item.ts';
import type { Order } from '../order.ts';
import type { Address, FiledOrder, History } from './history.ts';

/** Nobody's: numbered addresses of a history, made to look like ones. */
export const addressWords = (address: Address): string | null =>
  address === null ? null : `${address}@history.invalid`;

/** The item of a history before its first `advance`. */
export function filedItem({ id, number, workflow, filed }: History): Item {
  return newItem({
    id,
    company: '',
    kind: filed.kind,
    number,
    site: filed.site,
    building: filed.building,
    unit: filed.unit,
    place: filed.place,
    category: filed.category,
    department: filed.department,
    severity: filed.severity,
    major: filed.major,
    repeatOf: filed.repeatOf,
    intake: {
      description: '',
      since: null,
      alreadySaid: null,
      wants: filed.wants,
      channel: filed.channel,
      takenBy: filed.takenBy,
      photos: [],
      reporter: {
        household: null,
        name: null,
        phone: filed.phone ? '0' : null,
        email: addressWords(filed.email),
        language: 'zh-CN',
        preferredTime: null,
      },
    },
    workflow,
    templates: null,
    forms: null,
    limits: filed.limits,
    createdAt: filed.createdAt,
    fields: filed.fields,
    order: filed.order ? orderOf(filed.order) : null,
  });
}

/** Without the names of things, and without its checklist: what was found was not kept. */
const orderOf = ({ plan, assets, rework, ...rest }: FiledOrder): Order => ({
  ...rest,
  plan: plan && { ...plan, name: { 'zh-CN': '', en: '' } },
  assets: assets.map((id) => ({ id, number: '', name: '', place: '' })),
  maintenance: { id: '', version: 0 },
  checklist: null,
  per: 'asset',
  rework: rework === null ? null : { of: '', number: '', times: rework },
  answers: {},
  corrected: [],
  patrol: null,
  declined: 0,
});
