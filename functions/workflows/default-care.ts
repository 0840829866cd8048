import type { Occasion, Sensitivity } from '#domain/care/flag';
import type { Gesture } from '#domain/care/recovery';
import type { CareKind, CareRules } from '#domain/care/rules';
import type { Text } from '#domain/text';

const text = (zh: string, en: string): Text => ({ 'zh-CN': zh, en });
const kind = (
  occasion: Occasion,
  id: string,
  name: Text,
  sensitivity: Sensitivity,
  { yearly = false, reviewMonths = 6 }: { yearly?: boolean; reviewMonths?: number } = {},
): CareKind => ({ id, occasion, name, sensitivity, yearly, reviewMonths, active: true });

const gesture = (id: string, zh: string, en: string): Gesture => ({ id, name: text(zh, en) });

const alone = ['elderly-alone', 'elderly', 'disability', 'patient', 'newborn', 'children-away'];

/** The three specials (三特) and what good service does about them, as a company begins with them. */
export const defaultCare: CareRules = {
  kinds: [
    kind('specialPerson', 'elderly-alone', text('独居老人', 'Elderly, living alone'), 'sensitive'),
    kind('specialPerson', 'elderly', text('高龄老人', 'Elderly'), 'normal', { reviewMonths: 12 }),
    kind('specialPerson', 'child', text('儿童独自在家', 'Child often alone at home'), 'sensitive'),
    kind('specialPerson', 'patient', text('病患', 'Patient'), 'sensitive', { reviewMonths: 3 }),
    kind('specialPerson', 'disability', text('残障人士', 'Person with a disability'), 'sensitive', {
      reviewMonths: 12,
    }),
    kind('specialSituation', 'birthday', text('生日', 'Birthday'), 'normal', { yearly: true, reviewMonths: 24 }),
    kind('specialSituation', 'illness', text('生病或住院', 'Illness or hospital'), 'sensitive', { reviewMonths: 1 }),
    kind('specialSituation', 'newborn', text('新生儿', 'New baby'), 'normal', { reviewMonths: 6 }),
    kind('specialSituation', 'children-away', text('子女不在身边', 'Children away'), 'sensitive'),
    kind('specialSituation', 'bereavement', text('亲人离世', 'Bereavement'), 'sensitive', { reviewMonths: 3 }),
    kind('specialRequest', 'standing-wish', text('长期要求', 'Standing wish'), 'normal', { reviewMonths: 12 }),
  ],
  rules: [
    {
      ...{ id: 'before-water-cut', name: text('停水前送水上门', 'Water before a water cut'), active: true },
      ...{ when: 'event', events: ['waterCut'], kinds: alone, hoursBefore: 24 },
      todo: text(
        '带两桶饮用水上门，帮忙接满水桶和水壶，告知停水起止时间。',
        'Bring two bottles of drinking water, help fill buckets and kettle, say from when to when.',
      ),
    },
    {
      ...{ id: 'before-power-cut', name: text('停电前上门提醒', 'Before a power cut'), active: true },
      ...{ when: 'event', events: ['powerCut'], kinds: alone, hoursBefore: 24 },
      todo: text(
        '带手电上门，问是否有依赖用电的设备，提醒提前充电，约好停电期间的联系方式。',
        'Bring a torch, ask about equipment that needs power, have it charged, agree how to reach them meanwhile.',
      ),
    },
    {
      ...{ id: 'before-lift-stop', name: text('停梯前安排代办', 'Before a lift stops'), active: true },
      ...{ when: 'event', events: ['liftStop'], kinds: alone, hoursBefore: 24 },
      todo: text(
        '问停梯期间是否要外出、就医或买菜，安排代买或陪同。',
        'Ask whether they must go out, to a doctor or shopping meanwhile; offer to run errands or go with them.',
      ),
    },
    {
      ...{ id: 'before-weather', name: text('极端天气前探访', 'Before heat or a typhoon'), active: true },
      ...{ when: 'event', events: ['typhoon', 'heat'], kinds: alone, hoursBefore: 24 },
      todo: text(
        '检查门窗、空调和药品，留下值班电话。',
        'Look at windows, air conditioning and medicine; leave the duty number.',
      ),
    },
    {
      ...{ id: 'before-noise', name: text('施工噪音前打招呼', 'Before renovation noise'), active: true },
      ...{ when: 'event', events: ['renovation'], kinds: ['newborn', 'patient', 'illness'], hoursBefore: 48 },
      todo: text(
        '说明施工时段，问作息时间，与施工方协调避开休息时段。',
        'Say when it will be loud, ask about rest hours, and have the builders keep clear of them.',
      ),
    },
    {
      ...{ id: 'festival', name: text('节日问候', 'Festival greeting'), active: true },
      ...{
        when: 'event',
        events: ['festival'],
        kinds: ['elderly-alone', 'children-away', 'bereavement'],
        hoursBefore: 48,
      },
      todo: text('上门问候，带一份节日小礼。', 'Call in with a small gift.'),
    },
    {
      ...{ id: 'birthday', name: text('生日祝福', 'Birthday wishes'), active: true },
      ...{ when: 'day', kinds: ['birthday'], daysBefore: 1 },
      todo: text('送上生日祝福和贺卡。', 'Wish a happy birthday, with a card.'),
    },
    {
      ...{ id: 'complaint', name: text('特殊住户投诉的沟通', 'How to speak about a complaint'), active: true },
      ...{ when: 'complaint', level: 'same', kinds: ['elderly-alone', 'patient', 'disability', 'bereavement'] },
      script: text('放慢语速，先听完；上门前先电话约时间。', 'Speak slowly and hear them out; call before you come.'),
    },
    {
      ...{ id: 'work', name: text('上门作业提示', 'Before working there'), active: true },
      ...{ when: 'work', kinds: [...alone, 'illness', 'bereavement'] },
      hint: text(
        '敲门后多等一会儿，出示工牌，动作放轻，离开前把物品归位。',
        'Wait a little at the door, show your badge, work quietly, and put everything back.',
      ),
    },
  ],
  silentMonths: 3,
  recovery: [
    {
      ...{ post: 'steward', upTo: 100, perMonth: 500 },
      gestures: [
        gesture('fruit', '登门致歉并送果篮', 'An apology at the door, with fruit'),
        gesture('errand', '代办一次（代买、代取、代送）', 'One errand run for them'),
        gesture('cleaning', '免费入户保洁一次', 'Their flat cleaned once, free'),
      ],
    },
    {
      ...{ post: 'desk', upTo: 100, perMonth: 1000 },
      gestures: [
        gesture('fruit', '登门致歉并送果篮', 'An apology at the door, with fruit'),
        gesture('parking', '免费访客停车一日', 'A day of visitor parking, free'),
      ],
    },
    {
      ...{ post: 'handler', upTo: 0, perMonth: 0 },
      gestures: [gesture('parts', '免费更换小配件', 'Small parts replaced, free')],
    },
    {
      ...{ post: 'head', upTo: 300, perMonth: 2000 },
      gestures: [gesture('fruit', '登门致歉并送果篮', 'An apology at the door, with fruit')],
    },
    {
      ...{ post: 'director', upTo: 1000, perMonth: 5000 },
      gestures: [gesture('fruit', '登门致歉并送果篮', 'An apology at the door, with fruit')],
    },
  ],
};
