import type { NoticeView } from '#domain/mail/notice-view';
import type { DigestMailView, RenderedMail, ResidentMailView, StaffMailView } from '#domain/mail/view';
import type { Templates } from '#domain/templates/templates';
import type { Language } from '#domain/text';
import type { Instant } from '#domain/time';
import type { Names } from '#domain/timeline/said';
import type { ItemKind } from '#domain/workflow/definition';
import type { Entry } from '#domain/workflow/entry';

/** Words of mails, in the reader's language. */
export interface MailRenderer {
  /** `templates`: what the item was filed with; null: the built-in words. */
  staff(view: StaffMailView, templates: Templates | null): RenderedMail;
  resident(view: ResidentMailView, templates: Templates | null): RenderedMail;
  notice(view: NoticeView): RenderedMail;
  digest(view: DigestMailView): RenderedMail;
  /** One timeline entry as a line for people: "Fri 09:12 · ...". Null: not worth telling in a summary. */
  line(entry: Entry, names: Names, language: Language, zone: string, now: Instant, kind?: ItemKind): string | null;
}
