import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerAddress } from 'smtp-server';
import type { Instant } from '#domain/time';
import { UNDELIVERABLE } from '#local/inbox-refusal';

/** One mail as it arrived. */
export interface ReceivedMail {
  /** By the system's clock. */
  at: Instant;
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Without angle brackets. */
  messageId: string;
  /** Address of the action page; null: it has none. */
  link: string | null;
  headers: ReadonlyMap<string, unknown>;
}

export interface SmtpInbox {
  port: number;
  /** All that arrived, in order. */
  received: ReceivedMail[];
  /** Recipients refused for good. */
  refused: string[];
  /** Answers "try again later" to recipients it holds for; everybody while the server is down. */
  trouble: (address: string) => boolean;
  close(): Promise<void>;
}

const answer = (responseCode: number, words: string): Error => Object.assign(new Error(words), { responseCode });

/** A real SMTP server on a free port: mailboxes at `undeliverable.invalid` do not exist. */
export async function startSmtpInbox(now: () => Instant): Promise<SmtpInbox> {
  const inbox = { received: [] as ReceivedMail[], refused: [] as string[], trouble: (_: string): boolean => false };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onRcptTo({ address }: SMTPServerAddress, _session, callback) {
      if (inbox.trouble(address)) return callback(answer(451, '4.3.0 try again later'));
      if (!address.endsWith(`@${UNDELIVERABLE}`)) return callback();
      inbox.refused.push(address);
      callback(answer(550, `5.1.1 <${address}>: there is no such mailbox`));
    },
    onData(stream, session, callback) {
      const at = now();
      simpleParser(stream).then(({ subject, text, html, messageId, headers }) => {
        const link = /https?:\/\/\S+\/[ar]\/[\w.-]+/.exec(text ?? '')?.[0] ?? null;
        for (const { address } of session.envelope.rcptTo)
          inbox.received.push({
            at,
            to: address,
            subject: subject ?? '',
            text: text ?? '',
            html: html || '',
            messageId: (messageId ?? '').replace(/^<|>$/g, ''),
            link,
            headers,
          });
        callback();
      }, callback);
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('The inbox has no port.');
  return Object.assign(inbox, {
    port: address.port,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  });
}
