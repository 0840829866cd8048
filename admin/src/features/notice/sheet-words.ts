import type { Language } from '#domain/text';

/** Words on paper: in the language of the site, whatever the reader of the panel speaks. */
interface SheetWords {
  title: string;
  lead: string;
  scan: string;
  steps: readonly string[];
  address: string;
  call: string;
  office: string;
  /** The same in short for those who read the other language. */
  other: string;
}
const zh: SheetWords = {
  title: '有问题？扫码告诉我们',
  lead: '漏水、照明、电梯、噪音、保洁、服务……都可以。',
  scan: '微信或手机相机扫一扫',
  steps: ['扫码，说明情况，可附照片', '马上得到编号和答复时间', '随时查看进展、催办和评价'],
  address: '或在浏览器中打开',
  call: '危险或人员被困，请立即拨打',
  office: '管理处：',
  other: 'Something wrong? Scan the code and tell us. English available.',
};
const en: SheetWords = {
  title: 'Something wrong? Scan and tell us',
  lead: 'Leaks, lights, lifts, noise, cleaning, service.',
  scan: 'Point your phone’s camera here',
  steps: [
    'Scan, say what is wrong, add a photo',
    'See at once when we answer',
    'Follow it, ask again, tell us if it is solved',
  ],
  address: 'Or open in a browser',
  call: 'Danger, or somebody trapped? Call at once',
  office: 'Site office: ',
  other: '有问题？扫码告诉我们，可选中文。',
};
export const sheetWords: Record<Language, SheetWords> = { 'zh-CN': zh, en };
