import type { SentCheck } from '#domain/checklist-answers';
import { partsOf, spotOf } from '#domain/checklist-walk';
import type { Item, PersonId } from '#domain/item';
import type { ChecklistItem } from '#domain/maintenance';
import { DAY, localDate } from '#domain/time';
import type { System } from '#local/system';
import { ActionRefused, NotAllowed } from '#usecases/errors';
import { photoIdFor } from '#usecases/photo-id';
import { createVisitors } from './visitors.ts';
import { pictureOf, type Upload } from './web-report.ts';

type WorkSystem = Pick<System, 'ports' | 'actOnItem'>;
/** Of so many orders one is left for the next day, and one has a point that fails. */
const EACH_LATE = 7;
const EACH_FAILED = 9;

/** The same for the same order at every first start. */
const drawOf = (id: string): number => [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9_973, 7);

/** What a point is answered with; null: nothing. */
function valueFor(item: ChecklistItem, draw: number): SentCheck['value'] {
  switch (item.type) {
    case 'check':
      return 'pass';
    case 'reading':
      return Math.round(((item.min ?? 0) + (item.max ?? (item.min ?? 0) + 10)) * 5) / 10;
    case 'count': {
      const total = item.total ?? 24;
      return { count: total - (item.lamps && draw % 3 === 0 ? 1 : 0), total };
    }
    case 'choice':
      return item.options[0]?.id ?? null;
    case 'text':
      return null;
  }
}

/** People of the demo estate who do the orders of its plans: they accept them, fill in the checklist, and check each other's work. */
export function createWorkers({ ports, actOnItem }: WorkSystem, company: string, upload: Upload) {
  const counts = { acted: 0, missed: 0 };
  const visitAll = createVisitors({ ports, actOnItem }, company);
  const act = async (
    item: Item,
    by: PersonId | null,
    action: Parameters<typeof actOnItem>[0]['action'],
    input: object,
  ) => {
    if (by === null) return;
    try {
      await actOnItem({ company, itemId: item.id, by, action, input, key: `${item.id}/${item.version}/${action}` });
      counts.acted += 1;
    } catch (error) {
      if (!(error instanceof ActionRefused || error instanceof NotAllowed)) throw error;
      counts.missed += 1;
    }
  };
  const asked = ({ ask, owner }: Item): PersonId | null =>
    ask?.asked.findLast(({ confirmed, reached }) => reached && !confirmed)?.person ?? owner;

  const fillIn = async (item: Item, by: PersonId): Promise<void> => {
    const { order } = item;
    if (!order?.checklist) return;
    const { id, version } = order.maintenance;
    const settings = await ports.documents.version(company, 'maintenance', id, version);
    const checklist = settings?.body.checklists.find((one) => one.id === order.checklist) ?? null;
    const draw = drawOf(item.id);
    const failing = draw % EACH_FAILED === 0;
    for (const [n, part] of partsOf(checklist, order.assets).entries()) {
      const answers = part.points.flatMap(({ item: point }, index): SentCheck[] => {
        const value = valueFor(point, draw);
        const fails = failing && n === 0 && index === 0 && point.type === 'check';
        return value === null ? [] : [{ item: point.id, value: fails ? 'fail' : value }];
      });
      await act(item, by, 'check', { asset: part.asset?.id ?? null, section: part.section.id, answers });
      for (const [index, { item: point }] of part.points.entries())
        if (point.photo === 'required')
          await upload(company, photoIdFor(item.id, by, `p${n}${spotOf(part, index)}`), pictureOf(item.category, draw));
    }
  };

  const work = async (id: string, today: string): Promise<void> => {
    const item = await ports.items.get(company, id);
    if (!item || item.endedAt !== null || item.order?.patrol) return;
    const isLate = drawOf(id) % EACH_LATE === 0 && ports.clock.now() - item.createdAt < DAY / 2;
    if (isLate) return;
    const language = item.intake.reporter.language;
    if (item.status === 'assigned' || item.status === 'nobodyActed') await act(item, asked(item), 'acknowledge', {});
    // Opened ahead: taken on, and done on its day.
    if (item.order?.plan && item.order.plan.date > today) return;
    const taken = await ports.items.get(company, id);
    if (taken?.status === 'inProgress' && taken.owner) {
      await fillIn(taken, taken.owner);
      await act(taken, taken.owner, 'complete', {
        done: language === 'en' ? 'Done by the checklist.' : '已按检查表完成。',
      });
    }
    const done = await ports.items.get(company, id);
    if (done?.status === 'resolved') await act(done, asked(done), 'approve', {});
  };

  return {
    counts,
    /** Everything that is open at a site, side by side. */
    async round({ id: site, zone }: { id: string; zone: string }): Promise<void> {
      const today = localDate(ports.clock.now(), zone);
      const { rows } = await ports.items.open(company, site, { kind: 'workOrder' }, { limit: 100 });
      await Promise.all(rows.map(({ id }) => work(id, today)));
      await visitAll(site);
    },
  };
}
