import type { Item } from '../item.ts';
import type { Address, History } from './history.ts';

/** Nobody's: numbered addresses of a history, made to look like ones. */
export const addressWords = (address: Address): string | null =>
  address === null ? null : `${address}@history.invalid`;

/** The item of a history before its first `advance`. One literal: V8 copies plain shapes fast. */
export function filedItem({ id, number, workflow, filed }: History): Item {
  return {
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
    version: 0,
    epoch: 1,
    status: 'verifying',
    step: '',
    owner: null,
    level: 0,
    raised: false,
    ask: null,
    wait: null,
    clocks: {},
    pause: null,
    calls: [],
    attempts: 0,
    verdict: null,
    joined: [],
    nudgedAt: null,
    reopened: 0,
    reopenedAt: null,
    promises: { kept: 0, broken: 0 },
    involved: [],
    wereAsked: [],
    fields: filed.fields,
    seq: 0,
    entered: 0,
    updatedAt: filed.createdAt,
    endedAt: null,
    stuck: null,
  };
}
