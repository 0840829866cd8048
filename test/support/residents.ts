import type { TestSystem } from './system.ts';

/** What a resident of 1 栋 1201 would tell: the corridor light again. */
export const aReport = {
  category: 'corridor-light',
  building: 'b1',
  unit: '1201',
  description: '12 楼楼道灯不亮',
  email: 'resident-a@resident.example',
  phone: '13900001201',
  consent: 'yes',
};

const hidden = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

/** Fills the form behind the code of building 1 and sends it. */
export async function report(town: TestSystem, change: Record<string, string> = {}) {
  const form = await town.visit('/report/east-lake', { b: 'b1' });
  const fields = { key: hidden(form.html, 'key'), ...aReport, ...change };
  const answer = await town.submit('/report/east-lake?b=b1', fields);
  if (!answer.location) return { ...answer, fields, path: '', item: '', number: '' };
  const path = answer.location.split('?')[0] ?? '';
  const { claims } = await town.system.ports.links.verifyReceipt(path.slice('/r/'.length));
  if (!town.filed.includes(claims.item)) town.filed.push(claims.item);
  const receipt = await town.visit(answer.location);
  return { ...receipt, fields, path, item: claims.item, number: /EL-\d{6}-\d{3}/.exec(receipt.words)?.[0] ?? '' };
}

/** Sends one of the forms of a receipt's page and follows where it leads. */
export async function actOn(town: TestSystem, path: string, act: string, fields: Record<string, string> = {}) {
  const page = await town.visit(path);
  const answer = await town.submit(path, { nonce: hidden(page.html, 'nonce'), act, ...fields });
  return answer.location ? { ...(await town.visit(answer.location)), status: answer.status } : answer;
}

/** Acts that the page offers. */
export const actsOf = (html: string): string[] =>
  [...html.matchAll(/<button name="act" value="(\w+)"/g)].map(([, act = '']) => act);
