import type { z } from 'zod';
import type { FiledComplaint, NewComplaint, PhotoForm } from '#http/schemas/complaint';
import type { Product } from './product.ts';

type Filed = z.infer<typeof FiledComplaint>;
type Intake = Partial<z.input<typeof NewComplaint>> & Pick<NewComplaint, 'category' | 'description'>;
const CLERK = 'customer-centre-clerk-a';

/** Files at the demo site's desk. */
export const file = (product: Product, intake: Intake): Promise<Filed> =>
  product.call(CLERK, 'POST', '/api/complaints', { site: 'east-lake', ...intake });
export const act = (product: Product, as: string, id: string, action: string, input: unknown = {}): Promise<unknown> =>
  product.call(as, 'POST', `/api/complaints/${id}/actions/${action}`, input);

/** Uploads a picture as the panel does. `base` as in the panel: /api/photos, or /api/complaints/<id>/photos. */
export async function upload(product: Product, as: string, base: string, jpeg: Uint8Array): Promise<string> {
  const form = await product.call<z.infer<typeof PhotoForm>>(as, 'POST', base, {});
  const body = new FormData();
  for (const [name, value] of Object.entries(form.fields)) body.append(name, value);
  body.append('file', new Blob([Uint8Array.from(jpeg)], { type: 'image/jpeg' }), 'photo.jpg');
  const sent = await fetch(form.url, { method: 'POST', body });
  if (!sent.ok) throw new Error(`The upload was refused: ${sent.status}`);
  await product.call(as, 'POST', `${base}/${form.photo}/keep`, {});
  return form.photo;
}

const LEAK =
  '主卫天花板从昨晚开始持续滴水，吊顶已经鼓包，地板也泡了。楼上说不是他家的问题，家里有老人，希望今天就能有人上门查看。';

export interface DemoDay {
  /** Climbed three levels, promised, resolved with a photo, not solved, reopened. */
  leak: Filed;
  /** Climbing since nobody acknowledged; the household complained before. */
  climbing: Filed;
  /** Major: lift. */
  lift: Filed;
  /** Waits for the desk to verify it. */
  noise: Filed;
  /** Closed after a good verdict. */
  closed: Filed;
}

/** One working day of the demo estate with complaints at every stage. Begins where the clock stands; ends 3 h later. */
export async function liveThroughDay(product: Product, jpeg: Uint8Array): Promise<DemoDay> {
  const evidence = await upload(product, CLERK, '/api/photos', jpeg);
  const leak = await file(product, {
    category: 'water-leak',
    building: 'b1',
    unit: '1201',
    household: 'east-lake-b1-1201',
    description: LEAK,
    since: '昨晚 22:00 左右',
    alreadySaid: '前台昨晚说会派人，到现在没人来。',
    wants: 'solution',
    channel: 'phone',
    photos: [evidence],
  });
  const closed = await file(product, {
    category: 'corridor-light',
    building: 'b2',
    unit: '802',
    household: 'east-lake-b2-802',
    description: '8 楼电梯厅的灯坏了两盏，晚上很暗。',
  });
  await act(product, 'repairer-a', closed.id, 'acknowledge', { note: '马上去看。' });
  await product.move({ advance: 'PT46M' });
  await act(product, 'site-director', leak.id, 'promise', {
    at: new Date(Date.parse(await clockOf(product)) + 3_600_000).toISOString(),
    told: '工程主管与维修人员一小时内上门，先关阀止水，再查漏点。',
  });
  await act(product, 'repairer-a', closed.id, 'resolve', {
    done: '更换灯管两支，检查线路正常。',
    told: '电梯厅的灯已修好，感谢您的提醒。',
  });
  await product.move({ advance: 'PT20M' });
  await act(product, 'site-director', leak.id, 'handOver', { to: 'repairer-a', note: '请先关阀，注意安全。' });
  await act(product, 'repairer-a', leak.id, 'acknowledge');
  const after = await upload(product, 'repairer-a', `/api/complaints/${leak.id}/photos`, jpeg);
  await product.move({ advance: 'PT40M' });
  await act(product, 'repairer-a', leak.id, 'resolve', {
    done: '楼上地漏返水，已疏通并更换密封圈，吊顶待晾干后修补。',
    told: '漏点已找到并修好，吊顶晾干后我们来修补。',
    photos: [after],
  });
  await act(product, CLERK, closed.id, 'verdict', { verdict: 'solved', score: 5, opinion: '很快，谢谢。' });
  const lift = await file(product, {
    category: 'lift-trapped',
    building: 'b3',
    place: '2 号电梯',
    description: '2 号电梯停在 7 楼与 8 楼之间，里面有一位老人。',
    channel: 'phone',
  });
  const noise = await file(product, {
    category: 'noise-renovation',
    place: '北区儿童乐园旁',
    description: '周末早上七点就有装修电锤声，来电人不愿留名。',
    verified: false,
  });
  const climbing = await file(product, {
    category: 'water-leak',
    building: 'b2',
    unit: '602',
    household: 'east-lake-b2-602',
    description: '厨房吊顶渗水，墙面有大片水渍，插座附近也湿了，担心漏电。请尽快上门查看，家里白天有人。',
    since: '今天早上 8 点',
    wants: 'solution',
    channel: 'phone',
    photos: [await upload(product, CLERK, '/api/photos', jpeg)],
  });
  await product.move({ advance: 'PT32M' });
  await act(product, CLERK, leak.id, 'verdict', { verdict: 'notSolved', score: 2, opinion: '中午又开始滴水。' });
  const fees = await file(product, {
    category: 'fees',
    building: 'b3',
    unit: '402',
    description: '上月停车费重复收取。',
  });
  await act(product, 'finance-clerk', fees.id, 'reject', {
    reason: '系统核对只收取一次。',
    told: '经核对上月只收取一次，账单已发送给您。',
  });
  await file(product, { category: 'greening-pests', place: '南门花坛', description: '花坛杂草很高，有蚊虫。' });
  await file(product, { category: 'parking', building: 'b1', unit: '402', description: '车位被外来车辆占用。' });
  await product.move({ advance: 'PT2M' });
  return { leak, climbing, lift, noise, closed };
}

const clockOf = async ({ origin }: Product): Promise<string> => {
  const { now }: { now: string } = await (await fetch(`${origin}/local/clock`)).json();
  return now;
};
