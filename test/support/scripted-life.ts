import type { Instant } from '#domain/time';
import type { ActionName } from '#domain/workflow/action';
import { at } from './estate.ts';
import { formsOf } from './page-form.ts';

/** A running system as its people reach it. Every call may end in a death and is then made again on the next life. */
export interface Reach {
  /** Until the clock is there and all is settled. */
  to(instant: Instant): Promise<void>;
  file(input: Record<string, unknown>, by: string, key: string): Promise<{ id: string }>;
  page(
    link: string,
    method: 'GET' | 'POST',
    query: Record<string, string>,
    body?: string,
  ): Promise<{ status: number; html: string }>;
  act(id: string, by: string, action: ActionName, input: Record<string, unknown>, key: string): Promise<void>;
}

/** What the people outside remember, whatever becomes of the process. */
export interface Memory {
  /** Steps of the script that were answered. */
  done: number;
  id: string | null;
  /** The form in somebody's browser: posted again when no answer came. */
  form: string | null;
}
export const newMemory = (): Memory => ({ done: 0, id: null, form: null });

/** The link in the last mail to a person. */
export type LinkTo = (person: string) => string | Promise<string>;

interface Step {
  at: Instant;
  run(reach: Reach, memory: Memory, linkTo: LinkTo): Promise<void>;
}

export const lifeStart = at('2026-11-23', '10:00');
const clock = (time: string): Instant => at('2026-11-23', time);

export const complaintOfLife = {
  site: 'east-lake',
  category: 'water-leak',
  building: 'b1',
  unit: '1201',
  household: 'east-lake-b1-1201',
  description: '楼上漏水',
  channel: 'phone',
};

/** Opens the link in the person's last mail, fills the form of the action and posts it. */
const byLink =
  (person: string, action: ActionName, fields: Record<string, string> = {}): Step['run'] =>
  async (reach, memory, linkTo) => {
    const link = await linkTo(person);
    if (memory.form === null) {
      const { html } = await reach.page(link, 'GET', { do: action });
      const form = formsOf(html).find((one) => one.action === action);
      if (!form) throw new Error(`${person} is not offered ${action}.`);
      memory.form = new URLSearchParams({ ...form.hidden, ...fields, action }).toString();
    }
    const { status } = await reach.page(link, 'POST', {}, memory.form);
    if (status !== 200) throw new Error(`${action} of ${person} was answered with ${status}.`);
    memory.form = null;
  };

/** Nobody answers on two levels; acknowledged; a promise is made and broken; handed over, resolved, closed. */
const script: readonly Step[] = [
  {
    at: lifeStart,
    async run(reach, memory) {
      memory.id = (await reach.file(complaintOfLife, 'customer-centre-clerk-a', 'desk-1')).id;
    },
  },
  { at: clock('10:32'), run: byLink('site-director', 'acknowledge') },
  { at: clock('10:34'), run: byLink('site-director', 'promise', { 'at.other': '2026-11-23T11:10', told: '半小时内' }) },
  { at: clock('11:12'), run: byLink('quality-manager', 'handOver', { to: 'repairer-b', note: '请立即处理' }) },
  { at: clock('11:14'), run: byLink('repairer-b', 'resolve', { done: '更换密封圈', told: '已修好' }) },
  {
    at: clock('11:20'),
    run: (reach, { id }) =>
      reach.act(id ?? '', 'customer-centre-clerk-a', 'verdict', { verdict: 'solved', score: 5 }, 'call-1'),
  },
  /** Nothing more happens: two days with every sweep. */
  { at: at('2026-11-25', '10:00'), run: async () => {} },
];
/** Steps in which somebody does something. */
export const lifeActs = script.length - 1;

/** Goes on from where the people stand, up to step `until`. `between` is called before every step and at the end, all settled. */
export async function play(
  reach: Reach,
  memory: Memory,
  linkTo: LinkTo,
  between: () => Promise<'go on' | 'enough'> = async () => 'go on',
  until = script.length,
): Promise<void> {
  for (let step = script[memory.done]; step && memory.done < until; step = script[memory.done]) {
    await reach.to(step.at);
    if ((await between()) === 'enough') return;
    await step.run(reach, memory, linkTo);
    memory.done += 1;
  }
  await between();
}
