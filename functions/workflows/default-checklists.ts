import type { Checklist, ChecklistItem } from '#domain/maintenance';

const t = (zh: string, en: string) => ({ 'zh-CN': zh, en });
const base = (id: string, zh: string, en: string) => ({
  id,
  label: t(zh, en),
  photo: 'none' as const,
  required: true,
});
const check = (id: string, zh: string, en: string): ChecklistItem => ({ ...base(id, zh, en), type: 'check' });
const seen = (id: string, zh: string, en: string): ChecklistItem => ({ ...check(id, zh, en), photo: 'required' });
const reading = (
  id: string,
  zh: string,
  en: string,
  unit: string,
  min: number | null,
  max: number | null,
): ChecklistItem => ({ ...base(id, zh, en), type: 'reading', unit, min, max });
const count = (id: string, zh: string, en: string): ChecklistItem => ({
  ...base(id, zh, en),
  type: 'count',
  total: null,
});
const lamps = (id: string, zh: string, en: string): ChecklistItem => ({
  ...base(id, zh, en),
  type: 'count',
  total: null,
  lamps: true,
});
const remarks: ChecklistItem = {
  ...base('remarks', '备注', 'Remarks'),
  type: 'text',
  required: false,
  photo: 'optional',
};

const section = (id: string, zh: string, en: string, ...items: ChecklistItem[]) => ({ id, name: t(zh, en), items });
const list = (id: string, zh: string, en: string, ...sections: Checklist['sections']): Checklist => ({
  id,
  name: t(zh, en),
  sections,
});
const closing = section('closing', '收尾', 'Before leaving', check('tidy', '现场已清理', 'Place left clean'), remarks);

/** What is usually looked at on the rounds of a residential estate; companies make them their own. */
export const defaultChecklists: Checklist[] = [
  list(
    'lift',
    '电梯检查表',
    'Lift',
    section(
      'car',
      '轿厢',
      'Car',
      check('doors', '开关门平稳，光幕有效', 'Doors open and close smoothly, light curtain works'),
      check('alarm', '五方对讲畅通', 'Alarm intercom answers'),
      check('levelling', '平层准确', 'Stops level with the floor'),
      lamps('lamps', '轿厢灯亮灯数', 'Car lamps lit'),
    ),
    section(
      'machine-room',
      '机房与底坑',
      'Machine room and pit',
      reading('temperature', '机房温度', 'Machine room temperature', '℃', 5, 40),
      check('brake', '制动器无异响、无油污', 'Brake without noise or oil'),
      check('pit', '底坑无积水、无杂物', 'Pit dry and empty'),
      seen('certificate', '年检标志在有效期内', 'Inspection certificate in date'),
    ),
    closing,
  ),
  list(
    'fire',
    '消防设施检查表',
    'Fire equipment',
    section(
      'supply',
      '消防水系统',
      'Water supply',
      reading('pressure', '末端压力', 'Pressure at the furthest point', 'MPa', 0.15, 0.6),
      check('valves', '阀门常开并上锁', 'Valves open and locked'),
      count('hydrants', '完好消火栓数', 'Hydrants in order'),
    ),
    section(
      'on-the-way',
      '器材与疏散',
      'Equipment and escape',
      count('extinguishers', '压力正常的灭火器数', 'Extinguishers at pressure'),
      count('signs', '亮着的疏散指示数', 'Exit signs lit'),
      check('doors', '防火门常闭、闭门器有效', 'Fire doors close by themselves'),
      seen('exits', '疏散通道畅通', 'Escape routes clear'),
    ),
    closing,
  ),
  list(
    'pump',
    '水泵检查表',
    'Pump',
    section(
      'running',
      '运行',
      'Running',
      reading('pressure', '出水压力', 'Outlet pressure', 'MPa', 0.2, 0.8),
      reading('current', '运行电流', 'Running current', 'A', 0, 60),
      reading('bearing', '轴承温度', 'Bearing temperature', '℃', null, 75),
      check('noise', '无异常振动和噪声', 'No unusual vibration or noise'),
      check('leaks', '密封无渗漏', 'No leak at the seals'),
      check('changeover', '主备泵切换正常', 'Changes over to the stand-by pump'),
    ),
    closing,
  ),
  list(
    'tank',
    '水箱检查表',
    'Water tank',
    section(
      'water',
      '水质与水位',
      'Water',
      reading('chlorine', '余氯', 'Residual chlorine', 'mg/L', 0.05, 2),
      reading('turbidity', '浊度', 'Turbidity', 'NTU', 0, 1),
      check('level', '液位控制正常', 'Level control works'),
    ),
    section(
      'tank',
      '箱体',
      'Tank',
      seen('lid', '人孔盖上锁、通气网完好', 'Lid locked, vent screen whole'),
      check('inside', '箱内清洁、无锈蚀', 'Clean inside, no rust'),
    ),
    closing,
  ),
  list(
    'power',
    '配电检查表',
    'Power distribution',
    section(
      'cabinet',
      '配电柜',
      'Cabinets',
      reading('voltage', '线电压', 'Line voltage', 'V', 361, 420),
      reading('load', '最大相电流', 'Highest phase current', 'A', 0, 630),
      reading('joints', '接头温度', 'Temperature of joints', '℃', null, 70),
      check('indicators', '仪表和指示灯正常', 'Meters and indicators work'),
    ),
    section(
      'room',
      '配电房',
      'Room',
      check('closed', '门锁、挡鼠板完好', 'Door locked, rodent barrier whole'),
      check('dry', '无积水、无杂物', 'Dry and empty'),
      check('tools', '绝缘工具在检定期内', 'Insulated tools in date'),
    ),
    closing,
  ),
  list(
    'lighting',
    '公共照明检查表',
    'Lighting',
    section(
      'lamps',
      '亮灯',
      'Lamps',
      lamps('lit', '亮灯数', 'Lamps lit'),
      check('control', '定时和感应控制正常', 'Timer and sensors work'),
      check('fittings', '灯具固定、无破损', 'Fittings firm and whole'),
    ),
    closing,
  ),
  list(
    'door',
    '门禁检查表',
    'Door and access control',
    section(
      'door',
      '门体与门禁',
      'Door and lock',
      check('closes', '闭门器正常，门能自锁', 'Closes and locks by itself'),
      check('reader', '刷卡、对讲和按钮有效', 'Reader, intercom and button work'),
      check('release', '断电或火警时能打开', 'Opens without power and in a fire alarm'),
    ),
    closing,
  ),
  list(
    'drainage',
    '排水检查表',
    'Drainage',
    section(
      'flow',
      '管沟与泵',
      'Drains and pumps',
      check('flow', '管沟、雨水口畅通', 'Drains and gullies run freely'),
      check('pumps', '潜污泵手动、自动正常', 'Sump pumps start by hand and by themselves'),
      reading('sediment', '沉积深度', 'Depth of sediment', 'cm', 0, 10),
      seen('covers', '井盖齐全、稳固', 'Covers present and firm'),
    ),
    closing,
  ),
  list(
    'roof',
    '屋面检查表',
    'Roof',
    section(
      'roof',
      '屋面',
      'Roof',
      seen('membrane', '防水层无开裂、起鼓', 'Membrane without cracks or blisters'),
      check('outlets', '雨水斗畅通', 'Outlets clear'),
      check('parapet', '女儿墙、栏杆牢固', 'Parapet and railings firm'),
      check('lightning', '避雷带连接完好', 'Lightning conductor joined'),
    ),
    closing,
  ),
  list(
    'playground',
    '儿童游乐设施检查表',
    'Playground',
    section(
      'equipment',
      '器械',
      'Equipment',
      check('bolts', '连接件紧固、无尖角', 'Fastenings tight, no sharp edges'),
      check('moving', '活动部件灵活、无夹伤风险', 'Moving parts free, nothing to catch fingers'),
      seen('ground', '缓冲地面完好', 'Soft surface whole'),
      check('sign', '安全须知清晰', 'Safety notice readable'),
    ),
    closing,
  ),
  list(
    'greening',
    '绿化养护检查表',
    'Greening',
    section(
      'plants',
      '植物',
      'Plants',
      check('lawn', '草坪修剪、无杂草', 'Lawn cut, no weeds'),
      check('trees', '树木无枯枝、支撑牢固', 'No dead branches, stakes firm'),
      check('pests', '无明显病虫害', 'No visible disease or pests'),
      check('water', '浇灌系统正常', 'Watering works'),
    ),
    closing,
  ),
  list(
    'pest-control',
    '消杀检查表',
    'Pest control',
    section(
      'stations',
      '点位',
      'Stations',
      count('bait', '完好毒饵站数', 'Bait stations in order'),
      {
        ...base('found', '虫鼠情况', 'What was found'),
        type: 'choice',
        options: [
          { id: 'nothing', name: t('未发现', 'Nothing') },
          { id: 'traces', name: t('有痕迹', 'Traces') },
          { id: 'alive', name: t('有活体', 'Live pests') },
        ],
      },
      seen('notice', '已张贴消杀告示', 'Notice put up for residents'),
    ),
    closing,
  ),
];
