import type { Item } from '#domain/item';
import type { System } from '#local/system';
import { ActionRefused, NotAllowed } from '#usecases/errors';

/** The same for the same visit at every first start. */
const drawOf = (id: string): number => [...id].reduce((sum, letter) => (sum * 33 + letter.charCodeAt(0)) % 9_973, 5);
/** Of so many one is not reached at first, and one is not content. */
const EACH_MISSED = 6;
const EACH_LOW = 11;
const SAID = {
  'zh-CN': { praise: '师傅很耐心，收拾得也干净。', low: '修好后又出现过一次。', fine: '' },
  en: { praise: 'Patient, and left no mess.', low: 'It came back once.', fine: '' },
} as const;

/** People of the demo estate who ask residents how it went, whenever they go round. */
export const createVisitors = ({ ports, actOnItem }: Pick<System, 'ports' | 'actOnItem'>, company: string) => {
  const visit = async ({ id, version, ask, visit: of, intake }: Item): Promise<void> => {
    const by = ask?.asked.findLast(({ confirmed, reached }) => reached && !confirmed)?.person;
    if (!by || !of || of.answers !== null) return;
    const draw = drawOf(id);
    const said = SAID[intake.reporter.language];
    const missed = draw % EACH_MISSED === 0 && of.attempts === 0;
    const low = draw % EACH_LOW === 0;
    const answers = low
      ? { score: 2, held: 'partly', remarks: said.low, reason: 'came-back' }
      : draw % 3 === 0
        ? { score: 5, held: 'yes', onTime: 'yes', remarks: said.praise }
        : { score: 4, held: 'yes', onTime: 'yes' };
    try {
      const act = missed ? { action: 'noAnswer' as const, input: {} } : { action: 'visited' as const, input: answers };
      await actOnItem({ company, itemId: id, by, ...act, key: `${id}/${version}` });
    } catch (error) {
      if (!(error instanceof ActionRefused || error instanceof NotAllowed)) throw error;
    }
  };
  return async (site: string): Promise<void> => {
    const { rows } = await ports.items.open(company, site, { kind: 'visit' }, { limit: 100 });
    const items = await Promise.all(
      rows.filter(({ owner }) => owner !== null).map(({ id }) => ports.items.get(company, id)),
    );
    for (const item of items) if (item) await visit(item);
  };
};
