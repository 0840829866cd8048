import type { CareFlag } from '#domain/care/flag';

/** A flag of building 1, 1201: normal, in force since 2026-11-01, consented to. */
export const careFlag = (change: Partial<CareFlag> = {}): CareFlag => ({
  ...{ id: 'f1', company: 'demo', site: 'east-lake', building: 'b1', unit: '1201', household: 'east-lake-b1-1201' },
  ...{ occasion: 'specialPerson', kind: 'elderly', member: '1201 住户', source: 'family', note: '腿脚不便' },
  ...{ sensitivity: 'normal', visibleTo: [], from: '2026-11-01', to: null, day: null, reviewBy: '2027-05-01' },
  consent: { state: 'given', by: '1201 住户', on: '2026-11-01', how: 'written' },
  ...{ version: 1, createdBy: 'steward-b1', createdAt: 0, changedBy: 'steward-b1', changedAt: 0, reviewedAt: null },
  ...change,
});
