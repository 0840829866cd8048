import { contactWays } from '#domain/care/look';
import type { Household } from '#domain/household';
import type { Organisation } from '#domain/organisation';
import type { Language } from '#domain/text';
import { addDays, instantAt, localDate, toIso } from '#domain/time';
import { NewCareFlag } from '#http/schemas/care';
import type { Ports } from '#ports';
import { createCareEvents } from '#usecases/care/care-events';
import { createCareFile } from '#usecases/care/care-file';
import type { LoadDirectory } from '#usecases/load-directory';
import { demoCompany } from './estate.ts';

interface Wish {
  kind: string;
  sensitivity: 'normal' | 'sensitive';
  note: Record<Language, string>;
  visibleTo?: NewCareFlag['visibleTo'];
  source: NewCareFlag['source'];
  yearly?: true;
}

const wishes: readonly Wish[] = [
  {
    ...{ kind: 'elderly-alone', sensitivity: 'sensitive', source: 'family', visibleTo: ['visitor', 'worker'] },
    note: {
      'zh-CN': '82 岁，独居，耳背，敲门要久等；女儿周末来',
      en: '82, lives alone, hard of hearing; wait at the door',
    },
  },
  {
    ...{ kind: 'standing-wish', sensitivity: 'normal', source: 'resident' },
    note: { 'zh-CN': '快递放门口，请勿按铃', en: 'Leave parcels at the door, please do not ring' },
  },
  {
    ...{ kind: 'birthday', sensitivity: 'normal', source: 'staff', yearly: true },
    note: { 'zh-CN': '喜欢手写的贺卡', en: 'Likes a handwritten card' },
  },
  {
    ...{ kind: 'children-away', sensitivity: 'sensitive', source: 'resident', visibleTo: ['visitor'] },
    note: { 'zh-CN': '子女在国外，节日常一个人过', en: 'Children abroad, often alone on holidays' },
  },
  {
    ...{ kind: 'newborn', sensitivity: 'normal', source: 'resident', visibleTo: ['worker'] },
    note: { 'zh-CN': '新生儿，13:00 至 15:00 休息', en: 'New baby, asleep from 13:00 to 15:00' },
  },
];
/** About one household in ten. */
const EVERY = 10;
/** The demo estate lives through two months first: reviews and birthdays come after them. */
const LIVED = 62;
const ZONE = 'Asia/Shanghai';

/** Care flags of the demo estate, noted by the building's steward with consent, through the use case. */
export async function seedCare(
  ports: Pick<Ports, 'care' | 'households' | 'documents' | 'outbox' | 'ids' | 'clock'>,
  loadDirectory: LoadDirectory,
  { people, buildings, sites }: Organisation,
  households: readonly Household[],
): Promise<void> {
  const careFile = createCareFile({ ...ports, loadDirectory });
  // Every fourth household has not been spoken to yet.
  for (const [index, { id, building }] of households.entries()) {
    const by = buildings.find((one) => one.id === building)?.steward;
    const how = contactWays[index % contactWays.length];
    if (index % 4 !== 2 && by && how)
      await ports.care.contact(demoCompany, { household: id, at: ports.clock.now(), by, how });
  }
  await planWaterCut(ports, loadDirectory, people);
  const chosen = households.filter((_, index) => index % EVERY === 3);
  for (const [index, { id, site, building, members }] of chosen.entries()) {
    const wish = wishes[index % wishes.length];
    const keeper = buildings.find((one) => one.id === building)?.steward;
    const person = people.find((one) => one.id === keeper);
    const at = sites.find((one) => one.id === site);
    const name = members[0]?.name;
    if (!wish || !person || !at || !name) continue;
    const today = localDate(ports.clock.now(), at.zone);
    const later = addDays(today, LIVED + ((index * 7) % 40));
    const flag = NewCareFlag.parse({
      ...{ kind: wish.kind, member: name, source: wish.source, sensitivity: wish.sensitivity },
      ...{ note: wish.note[at.language], visibleTo: wish.visibleTo ?? [], from: today, reviewBy: later },
      day: wish.yearly ? later.slice(5) : null,
      consent: { by: name, on: today, how: index % 2 === 0 ? 'spoken' : 'written' },
    });
    await careFile.add({ company: demoCompany, person, language: at.language }, id, flag, `demo/${id}`);
  }
}

/** One ahead at East Lake Garden, not announced yet. */
async function planWaterCut(
  ports: Parameters<typeof seedCare>[0],
  loadDirectory: LoadDirectory,
  people: Organisation['people'],
): Promise<void> {
  const person = people.find(({ id }) => id === 'site-director');
  if (!person) return;
  const day = addDays(localDate(ports.clock.now(), ZONE), LIVED + 1);
  // Nothing was opened before it yet.
  const callOff = async () => {};
  await createCareEvents({ ...ports, loadDirectory, callOff }).create(
    { company: demoCompany, person, language: 'zh-CN' },
    {
      ...{ site: 'east-lake', kind: 'waterCut', buildings: ['b1', 'b2'] },
      ...{ from: toIso(instantAt(day, '09:00', ZONE)), to: toIso(instantAt(day, '17:00', ZONE)) },
      words: {
        'zh-CN': '更换地下泵房生活水泵，期间消防供水不受影响。',
        en: 'The water pumps in the basement are replaced. Water for fire fighting is not affected.',
      },
    },
    'demo/water-cut',
  );
}
