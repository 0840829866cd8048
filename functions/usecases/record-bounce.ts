import type { NoticeAbout } from '#domain/workflow/effect';
import { undeliverableEvent } from '#domain/workflow/undeliverable';
import type { Ports } from '#ports';
import type { Decide } from './decide.ts';
import { createToldTogether } from './told-together.ts';

/** A bounce or complaint that came back as an event, with the tags the mail was sent with. */
export interface Bounce {
  company: string;
  item: string;
  effect: string;
  email: string;
  /** Permanent: the address is suppressed and the person counts as not reached. A transient one is only noted. */
  permanent: boolean;
  why: string;
}

export const createRecordBounce = (
  ports: Pick<Ports, 'care' | 'clock' | 'improvements' | 'items' | 'outbox' | 'suppressions' | 'metrics'>,
  decide: Decide,
) => {
  const toldTogether = createToldTogether(ports, decide);
  return async (bounce: Bounce): Promise<void> => {
    const { company, item: id, email, why } = bounce;
    const row = await ports.outbox.get(company, id, bounce.effect);
    if (row?.effect.type === 'notice') return noticeBounced(bounce, row.effect.about);
    const item = await ports.items.get(company, id);
    if (!row || !item || (row.effect.type !== 'mail' && row.effect.type !== 'mailResident')) return;
    const { effect } = row;
    const now = ports.clock.now();
    const to = effect.type === 'mail' ? effect.to : 'resident';
    const entry = { at: now, by: 'system', step: item.step, level: item.level } as const;
    const noted = bounce.permanent ? {} : { transient: true as const };
    const bounced = { ...entry, type: 'bounced', effect: effect.id, to, why, ...noted } as const;
    await ports.items.append(company, id, [bounced], `bounced/${effect.id}`);
    ports.metrics.count('MailBounced', 1);
    if (!bounce.permanent) return;
    await toldTogether.bounced(company, effect, bounced);
    await ports.suppressions.suppress(company, email, why, now, item.site);
    await decide(company, id, () => undeliverableEvent(effect), { key: `undeliverable/${effect.id}` });
  };

  /** A mail that belongs to no item: whoever was to be told of an event is called. */
  async function noticeBounced({ company, email, permanent, why }: Bounce, about: NoticeAbout): Promise<void> {
    ports.metrics.count('MailBounced', 1);
    if (!permanent) return;
    const event = about.what === 'event' ? await ports.care.event(company, about.event) : null;
    if (event && about.what === 'event' && !about.cancelled)
      await ports.care.notReached(company, event.id, about.household, about.member);
    const site = event?.site ?? (await siteOfNews(company, about));
    if (site !== undefined) await ports.suppressions.suppress(company, email, why, ports.clock.now(), site);
  }

  async function siteOfNews(company: string, about: NoticeAbout): Promise<string | undefined> {
    if (about.what === 'reviews') return about.site;
    return about.what === 'improvement' ? (await ports.improvements.get(company, about.improvement))?.site : undefined;
  }
};
