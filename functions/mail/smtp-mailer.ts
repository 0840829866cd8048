import { randomUUID } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { MailFailed, MailRefused } from '#domain/errors';
import type { Instant } from '#domain/time';
import type { Mailer } from '#ports';
import { oneLine } from './clean.ts';
import { compose, isOneAddress, type Sender } from './envelope.ts';

export interface SmtpSettings {
  host: string;
  port: number;
  /** TLS from the first byte; otherwise STARTTLS where offered. @default on port 465 only */
  secure?: boolean;
  /** Refuse to send without TLS. @default false, for a local inbox */
  requireTls?: boolean;
  user?: string;
  password?: string;
  from: Sender;
  /** Mails on their way at the same time. @default 2 */
  connections?: number;
  /** Milliseconds for connecting and for each answer. @default 15 000 */
  timeout?: number;
  /** The time mails are dated with, where it is not the world's. @default the moment of sending */
  now?: () => Instant;
}

/** Mail over any SMTP server. A permanent (5xx) answer to the recipient or the message is MailRefused, all else MailFailed. */
export function smtpMailer(settings: SmtpSettings): Mailer & { close(): void } {
  const timeout = settings.timeout ?? 15_000;
  const transport = createTransport({
    pool: true,
    maxConnections: settings.connections ?? 2,
    host: settings.host,
    port: settings.port,
    secure: settings.secure ?? settings.port === 465,
    requireTLS: settings.requireTls ?? false,
    ...(settings.user === undefined ? {} : { auth: { user: settings.user, pass: settings.password ?? '' } }),
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
  });
  return {
    async send(message) {
      if (!isOneAddress(message.to)) throw new MailRefused('not an address');
      try {
        const date = settings.now && { date: new Date(settings.now()) };
        // Its own would ask the system for randomness once a part.
        const apart = { baseBoundary: randomUUID() };
        const sent = await transport.sendMail({ ...compose(message, settings.from), ...date, ...apart });
        return { providerId: sent.messageId };
      } catch (error) {
        throw smtpError(error);
      }
    },
    close: () => transport.close(),
  };
}

/** The command tells whose fault a 5xx is: RCPT and DATA refuse this mail; AUTH, MAIL FROM or the connection refuse us. */
function smtpError(error: unknown): MailRefused | MailFailed {
  const { code, command, responseCode, response } = (error ?? {}) as {
    code?: string;
    command?: string;
    responseCode?: number;
    response?: string;
  };
  const permanent = responseCode !== undefined && responseCode >= 500 && responseCode < 600 && responseCode !== 503;
  const aboutMail = command === 'RCPT TO' || command === 'DATA';
  if (permanent && aboutMail) return new MailRefused(answer(responseCode, response), { cause: error });
  return new MailFailed(responseCode === undefined ? (code ?? 'unknown') : answer(responseCode, response), {
    cause: error,
  });
}

/** The server's answer without addresses: it ends up in the timeline. */
function answer(code: number, response: string | undefined): string {
  const words = oneLine((response ?? '').replace(/<?[^\s<>@]+@[^\s<>]+>?/g, '…'), 160);
  return words.startsWith(String(code)) ? words : oneLine(`${code} ${words}`, 160);
}
