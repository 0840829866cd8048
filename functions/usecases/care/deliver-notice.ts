import { announcement, reviewReminder } from '#domain/care/event-words';
import { MailFailed, MailRefused } from '#domain/errors';
import type { NoticeView } from '#domain/mail/notice-view';
import type { Directory } from '#domain/organisation';
import { MINUTE } from '#domain/time';
import type { Effect, NoticeAbout } from '#domain/workflow/effect';
import type { OutboxRow, Ports } from '#ports';
import { BACKOFF_MINUTES } from '../dispatch-effects.ts';
import { writeNews } from '../improvements/write-news.ts';
import type { CompanyFacts, LoadDirectory } from '../load-directory.ts';
import { siteOf } from '../site-access.ts';

type NoticePorts = Pick<
  Ports,
  | 'clock'
  | 'care'
  | 'improvements'
  | 'documents'
  | 'households'
  | 'outbox'
  | 'suppressions'
  | 'mailer'
  | 'renderer'
  | 'logger'
  | 'metrics'
> & { loadDirectory: LoadDirectory };
interface Written {
  to: string;
  site: string;
  view: NoticeView;
}

/**
 * Sends a mail that belongs to no item: who reads it and what it says is read now, so that nobody's address or name lies
 * in the outbox. False: it failed for now and was put off.
 */
export const createDeliverNotice = (ports: NoticePorts, { publicUrl }: { publicUrl: string }) => {
  const write = async (company: string, about: NoticeAbout, facts: CompanyFacts): Promise<Written | 'moot' | null> => {
    switch (about.what) {
      case 'event':
        return announce(company, about, facts.directory);
      case 'reviews':
        return remind(about, facts.directory);
      case 'improvement':
        return writeNews(ports, company, about, facts, publicUrl);
    }
  };

  /** Null: there is nobody, or nothing, to tell it to or about any more. */
  async function announce(
    company: string,
    about: Extract<NoticeAbout, { what: 'event' }>,
    directory: Directory,
  ): Promise<Written | null> {
    const event = await ports.care.event(company, about.event);
    const household = await ports.households.get(company, about.household);
    const member = household?.members[about.member];
    if (!event || !member?.email || (event.cancelledAt !== null) !== about.cancelled) return null;
    const { name: site, phone, zone } = siteOf(event.site, directory);
    const { buildings, company: named } = directory.organisation;
    const names = buildings.filter(({ id, site: at }) => at === event.site && event.buildings.includes(id));
    const at = { site, phone, zone, company: named.name, buildings: names.map(({ name }) => name) };
    const view = announcement(event, about.cancelled, at, member.language, ports.clock.now());
    return { to: member.email, site: event.site, view };
  }

  function remind(about: Extract<NoticeAbout, { what: 'reviews' }>, directory: Directory): Written | null {
    const person = directory.organisation.people.find(({ id, active }) => id === about.to && active);
    if (!person) return null;
    const { name } = siteOf(about.site, directory);
    const view = reviewReminder(name, directory.organisation.company.name, `${publicUrl}/care`, person.language);
    return { to: person.email, site: about.site, view };
  }

  return async (row: OutboxRow, { id, about }: Extract<Effect, { type: 'notice' }>): Promise<boolean> => {
    const { company } = row;
    const giveUp = async (error: string) => {
      // Whoever keeps the building calls them.
      if (about.what === 'event' && !about.cancelled && error !== 'no address')
        await ports.care.notReached(company, about.event, about.household, about.member);
      await ports.outbox.finish(row, 'failed', ports.clock.now(), { error });
      ports.metrics.count('MailUndeliverable', 1);
      return true;
    };
    const found = await write(company, about, await ports.loadDirectory(company));
    if (found === null) return giveUp('no address');
    if (found === 'moot') return ports.outbox.finish(row, 'done', ports.clock.now(), {});
    const { to, view, site } = found;
    if (await ports.suppressions.isSuppressed(company, to)) return giveUp('suppressed');
    const messageId = `${id}.${company}`;
    const tags = { company, item: row.item, effect: id };
    try {
      const mail = ports.renderer.notice(view);
      const sent = { ...mail, to, language: view.language, messageId, thread: messageId, tags };
      const { providerId } = await ports.mailer.send(sent);
      await ports.outbox.finish(row, 'done', ports.clock.now(), { providerId });
      return true;
    } catch (error) {
      const now = ports.clock.now();
      if (error instanceof MailRefused) {
        await ports.suppressions.suppress(company, to, error.why, now, site);
        return giveUp(error.why);
      }
      const why = error instanceof MailFailed ? error.why : String(error);
      ports.logger.warn('A notice could not be sent', { effect: id, attempts: row.attempts, why });
      ports.metrics.count('MailFailed', 1);
      const minutes = BACKOFF_MINUTES[row.attempts - 1];
      if (minutes === undefined) return giveUp(why);
      await ports.outbox.postpone(row, now + minutes * MINUTE, why);
      return false;
    }
  };
};
export type DeliverNotice = ReturnType<typeof createDeliverNotice>;
