import type { Language } from '#domain/text';

/** What residents say, by category; several ways each, so that lists do not read like a form letter. */
const said: Record<string, Record<Language, readonly string[]>> = {
  'lift-trapped': {
    'zh-CN': ['电梯停在楼层之间，里面有人，按铃有应答。', '电梯门反复开合后停住，显示屏不亮。'],
    en: [
      'The lift stopped between two floors with somebody inside.',
      'The lift doors open and close again and it does not move.',
    ],
  },
  'falling-object': {
    'zh-CN': ['楼上掉下一块外墙砖，砸在人行道上，没有伤人。', '有人从楼上往下扔垃圾，差点砸到孩子。'],
    en: [
      'A piece of the facade fell onto the footpath; nobody was hurt.',
      'Something was thrown from a balcony and landed beside the playground.',
    ],
  },
  'water-leak': {
    'zh-CN': [
      '卫生间天花板滴水，楼上说不是他家的问题。',
      '厨房吊顶渗水，墙面有水渍。',
      '主卧墙角潮湿发霉，下雨后更明显。',
    ],
    en: [
      'Water drips from the bathroom ceiling.',
      'The kitchen ceiling is wet and the paint comes off.',
      'A damp corner in the bedroom, worse after rain.',
    ],
  },
  'power-water-outage': {
    'zh-CN': ['家里突然停电，邻居家正常。', '早上起来没有水，也没有看到通知。'],
    en: [
      'No power in the flat since this morning; the neighbours have it.',
      'No water this morning and no notice of it.',
    ],
  },
  'staff-attitude': {
    'zh-CN': ['打电话问进度，前台不耐烦，没说完就挂了。', '门岗拦下送货的人，说话很冲。'],
    en: ['The desk hung up before I had finished.', 'The guard at the gate was rude to my visitor.'],
  },
  'corridor-light': {
    'zh-CN': ['楼道灯坏了，晚上回家看不清台阶。', '电梯厅的灯一闪一闪。', '地下车库有一排灯不亮。'],
    en: [
      'The light on our landing is out.',
      'The lights by the lift flicker.',
      'A whole row of lights in the car park is dark.',
    ],
  },
  'noise-renovation': {
    'zh-CN': ['楼上周末一早装修，电钻声很大。', '隔壁夜里十一点还在放音乐。'],
    en: ['Drilling above us before eight on a weekend.', 'Loud music next door until late at night.'],
  },
  parking: {
    'zh-CN': ['车位被外来车辆占用。', '消防通道停了车，已经两天。'],
    en: ['Somebody else’s car is in our space.', 'A van has blocked the fire lane for two days.'],
  },
  cleaning: {
    'zh-CN': ['楼道垃圾没有及时清走，有异味。', '大堂地面有油渍，老人差点滑倒。', '装修垃圾堆在单元门口。'],
    en: [
      'The bins were not emptied and smell.',
      'The lobby floor is greasy and slippery.',
      'Building waste is piled up at the entrance.',
    ],
  },
  fees: {
    'zh-CN': ['上月停车费重复收取。', '物业费账单和通知的金额不一致。'],
    en: ['The parking fee was charged twice last month.', 'The service charge does not match the notice.'],
  },
  'greening-pests': {
    'zh-CN': ['花坛杂草很高，蚊虫多。', '地下室看到老鼠。'],
    en: ['The flower beds are overgrown and full of midges.', 'A mouse was seen in the basement.'],
  },
};

export const saidAbout = (category: string, language: Language): readonly string[] => {
  const words = said[category]?.[language];
  if (!words) throw new Error(`Nobody knows what to say about ${category}.`);
  return words;
};

type Line =
  | 'promise'
  | 'reply'
  | 'done'
  | 'told'
  | 'reason'
  | 'invalid'
  | 'withdrawn'
  | 'called'
  | 'good'
  | 'bad'
  | 'noWater'
  | 'outage'
  | 'outageTitle'
  | 'outageDone'
  | 'restored';
/** What staff and residents write down. */
export const line: Record<Language, Record<Line, string>> = {
  'zh-CN': {
    promise: '维修人员正在安排，我们按承诺时间给您答复。',
    reply: '已现场查看，配件明天到货，到后马上更换。',
    done: '已现场处理，测试正常。',
    told: '问题已处理好，感谢您的提醒。',
    reason: '现场核实，不属于本项目管理范围。',
    invalid: '已核实，情况与反映不符，已向您说明原因。',
    withdrawn: '住户来电说明问题已自行消失。',
    called: '已电话告知住户。',
    good: '处理得挺快，谢谢。',
    bad: '第二天又出现了，没有彻底解决。',
    noWater: '早上起来没有水，邻居家也没有。',
    outage: '{姓名}您好，整栋停水，供水公司正在抢修，预计上午恢复。',
    outageTitle: '4 栋整栋停水：供水管爆裂',
    outageDone: '供水公司更换爆裂的管段，已恢复供水。',
    restored: '{姓名}您好，{房号}已恢复供水，水浑时请先放一会儿。',
  },
  en: {
    promise: 'We are arranging a repair and will tell you more by then.',
    reply: 'We have been there; the part comes tomorrow and is fitted at once.',
    done: 'Mended on the spot and tested.',
    told: 'It is mended. Thank you for telling us.',
    reason: 'We looked at it: it is not ours to mend.',
    invalid: 'We looked into it and explained what we found.',
    withdrawn: 'The resident called: it went away by itself.',
    called: 'Told the resident on the phone.',
    good: 'That was quick, thank you.',
    bad: 'It came back the next day.',
    noWater: 'No water this morning, and none at the neighbours’.',
    outage: 'Dear {name}, the whole building is without water; the water company is on its way.',
    outageTitle: 'Building 4 without water: a main burst',
    outageDone: 'The water company replaced the burst pipe; the water is back.',
    restored: 'Dear {name}, the water in {unit} is back; let it run for a while first.',
  },
};
