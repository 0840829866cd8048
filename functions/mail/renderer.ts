import type { MailRenderer } from '#ports';
import { timelineLine, worthTelling } from './happenings.ts';
import { renderDigestMail } from './render-digest.ts';
import { renderResidentMail, renderStaffMail } from './render-message.ts';
import { renderNotice } from './render-notice.ts';

/** The `MailRenderer` port on the templates of this folder. */
export const mailRenderer: MailRenderer = {
  staff: renderStaffMail,
  resident: renderResidentMail,
  notice: renderNotice,
  digest: renderDigestMail,
  line: (entry, names, language, zone, now, kind) =>
    worthTelling(entry) ? timelineLine(entry, names, language, zone, now, kind) : null,
};
