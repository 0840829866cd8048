import { SMTPServer } from 'smtp-server';

/** Where mail bounces, to try what happens to a person who cannot be reached. */
export const UNDELIVERABLE = 'undeliverable.invalid';

/**
 * Makes maildev's SMTP refuse recipients at `undeliverable.invalid` during the conversation (550), as a real server
 * refuses an unknown mailbox. Maildev has no option for it, so the smtp-server it wraps is asked.
 * @throws Error when a new version of maildev wraps something else
 */
export const refuseUndeliverable = (maildevSmtp: object): void => {
  const wrapped: unknown = Reflect.get(maildevSmtp, 'smtp');
  if (!(wrapped instanceof SMTPServer)) throw new Error('maildev no longer wraps smtp-server: see inbox-refusal.ts');
  wrapped.onRcptTo = ({ address }, _session, callback) => {
    if (!address.toLowerCase().endsWith(`@${UNDELIVERABLE}`)) return callback();
    callback(Object.assign(new Error(`5.1.1 <${address}>: there is no such mailbox`), { responseCode: 550 }));
  };
};
