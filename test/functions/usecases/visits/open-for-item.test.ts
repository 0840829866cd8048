import { beforeEach, describe, expect, it } from 'vitest';
import type { Item } from '#domain/item';
import { at, complaint } from '#test/support/estate';
import { createVisitTown, type VisitTown } from '#test/support/visit-town';
import { createOpenLinked } from '#usecases/open-linked';

let town: VisitTown;
beforeEach(async () => {
  town = await createVisitTown();
});
const effect = { type: 'open', id: 'c1/7', kind: 'visit', step: 'ask-how-it-went', cause: 3 } as const;
const openFor = (change: Partial<Item> = {}) => {
  const open = createOpenLinked(() => Promise.reject(new Error('no order is wanted')), town.visits.openFor);
  return open(complaint(town.ports.clock.now(), { item: change }), effect);
};

describe('a step of a workflow that opens a visit', () => {
  it('sends the steward of the building to the home it is about, once', async () => {
    const linked = await openFor();
    expect(await openFor()).toEqual(linked);
    expect(town.visitsOf()).toMatchObject([
      {
        ...{ id: linked?.item, number: 'ELV-261123-001', category: 'corridor-light', unit: '1201' },
        origin: { item: 'c1', number: 'EL-261123-001', kind: 'complaint', why: 'rule' },
        visit: {
          ...{ rule: null, visitor: 'steward-b1', channel: 'phone', household: 'east-lake-b1-1201' },
          ...{ of: { item: 'c1', kind: 'complaint' }, due: at('2026-11-23', '10:00') },
        },
      },
    ]);
  });

  it('waits for the end of quiet hours and of the weekend', async () => {
    town.ports.setNow(at('2026-11-27', '22:00'));
    await openFor();
    expect(town.visitsOf()[0]?.visit?.due).toBe(at('2026-11-30', '09:00'));
  });

  it('sends nobody to ask about own work', async () => {
    await openFor({ owner: 'steward-b1' });
    expect(town.visitsOf()[0]?.visit).toMatchObject({ workers: ['steward-b1'], visitor: 'customer-centre-clerk-a' });
  });

  it('finds the home by its unit where nobody was named, and opens none for a public place', async () => {
    const { intake } = complaint(0);
    const unknown = { ...intake, reporter: { ...intake.reporter, household: null, name: null } };
    await openFor({ intake: unknown, unit: '402' });
    expect(town.visitsOf()[0]?.visit?.household).toBe('east-lake-b1-402');
    town = await createVisitTown();
    expect(await openFor({ intake: unknown, unit: null, place: '大堂' })).toBeNull();
    expect(town.visitsOf()).toEqual([]);
  });
});
