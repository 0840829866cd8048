import type { MailRenderer } from '#ports';
import { renderResidentMail, renderStaffMail } from './render-message.ts';
import { timelineLine, worthTelling } from './timeline-line.ts';

/** The `MailRenderer` port on the templates of this folder. */
export const mailRenderer: MailRenderer = {
  staff: renderStaffMail,
  resident: renderResidentMail,
  line: (entry, names, language, zone, now) =>
    worthTelling(entry) ? timelineLine(entry, names, language, zone, now) : null,
};
