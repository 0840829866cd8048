import type { Item } from '#domain/item';
import type { System } from '#local/system';
import { ActionRefused, NotAllowed } from '#usecases/errors';

/** The same for the same visit at every first start. */
const drawOf = (id: string): number => [...id].reduce((sum, letter) => (sum * 33 + letter.charCodeAt(0)) % 9_973, 5);
/** Of so many one is not reached at first, and one is not content. */
const EACH_MISSED = 6;
const EACH_LOW = 11;
/** As often as reasons are usually given: some stand here more than once. */
const LOW = [
  { score: 2, held: 'partly', onTime: 'yes', reason: 'came-back' },
  { score: 2, held: 'partly', onTime: 'yes', reason: 'came-back' },
  { score: 1, held: 'no', onTime: 'yes', reason: 'not-fixed' },
  { score: 2, held: 'yes', onTime: 'no', reason: 'too-slow' },
  { score: 2, held: 'yes', onTime: 'no', reason: 'too-slow' },
  { score: 2, held: 'yes', onTime: 'yes', reason: 'not-told' },
  { score: 2, held: 'partly', onTime: 'yes', reason: 'workmanship' },
] as const;
type Reason = (typeof LOW)[number]['reason'];
interface Said {
  low: Record<Reason, string>;
  praise: readonly string[];
}
const SAID: Record<'zh-CN' | 'en', Said> = {
  'zh-CN': {
    low: {
      'came-back': '修好后又出现过一次。',
      'not-fixed': '师傅来过，但问题还在。',
      'too-slow': '等了两天才有人来。',
      'not-told': '换了时间也没人提前说一声。',
      workmanship: '修补的地方颜色不一样，不太好看。',
    },
    praise: [
      '师傅很耐心，收拾得也干净。',
      '来得很快，解释得也清楚。',
      '管家一直跟着问进展，放心。',
      '晚上还专门过来看了一趟，谢谢。',
    ],
  },
  en: {
    low: {
      'came-back': 'It came back once.',
      'not-fixed': 'Somebody came, but it is still there.',
      'too-slow': 'We waited two days for somebody to come.',
      'not-told': 'The time was changed and nobody told us.',
      workmanship: 'The patch has another colour; it does not look right.',
    },
    praise: [
      'Patient, and left no mess.',
      'Quick, and explained what was wrong.',
      'Our steward kept us informed throughout.',
      'Came by again in the evening to check. Thank you.',
    ],
  },
};

/** What the household of the draw answers. */
function answersOf(draw: number, said: Said) {
  const pick = <T>(list: readonly T[], by: number): T | undefined => list[Math.floor(draw / by) % list.length];
  const low = draw % EACH_LOW === 0 ? pick(LOW, EACH_LOW) : undefined;
  if (low) return { ...low, remarks: said.low[low.reason] };
  return draw % 3 === 0
    ? { score: 5, held: 'yes', onTime: 'yes', remarks: pick(said.praise, 3) }
    : { score: 4, held: 'yes', onTime: draw % 13 === 0 ? 'no' : 'yes' };
}

const PLAIN: Record<'zh-CN' | 'en', { praise: string; low: string }> = {
  'zh-CN': { praise: '管家常来问候，很安心。', low: '希望小区晚上更安静些。' },
  en: { praise: 'The steward asks after us, that is good.', low: 'It could be quieter at night.' },
};
/** To a regular visit, which follows nothing that could have held or been late. */
function plainAnswers(draw: number, language: 'zh-CN' | 'en') {
  if (draw % EACH_LOW === 0) return { score: 2, reason: 'other', remarks: PLAIN[language].low };
  return draw % 3 === 0 ? { score: 5, remarks: PLAIN[language].praise } : { score: 4 };
}

/** What a visitor may give on the spot by any of the posts that visit, to a household that is not content. */
const SORRY = { gesture: 'fruit', amount: 38 };
const SORRY_WORDS: Record<'zh-CN' | 'en', string> = {
  'zh-CN': '当面致歉，送上果篮，并说明接下来怎么处理。',
  en: 'Apologised at the door with fruit, and said what happens next.',
};

/** People of the demo estate who ask residents how it went, whenever they go round. */
export const createVisitors = ({ ports, actOnItem }: Pick<System, 'ports' | 'actOnItem'>, company: string) => {
  const visit = async ({ id, version, ask, visit: of, intake }: Item): Promise<void> => {
    const by = ask?.asked.findLast(({ confirmed, reached }) => reached && !confirmed)?.person;
    if (!by || !of || of.answers !== null) return;
    const draw = drawOf(id);
    const said = SAID[intake.reporter.language];
    const missed = draw % EACH_MISSED === 0 && of.attempts === 0;
    const answers = of.of ? answersOf(draw, said) : plainAnswers(draw, intake.reporter.language);
    try {
      if (!missed && of.of && answers.score < 3) {
        const input = { ...SORRY, words: SORRY_WORDS[intake.reporter.language] };
        await actOnItem({ company, itemId: id, by, action: 'recover', input, key: `${id}/${version}/recover` });
      }
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
