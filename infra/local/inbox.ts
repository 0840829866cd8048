import type { Server } from 'node:http';
import { MailDev } from 'maildev';
import { PortTaken } from './http-server.ts';
import { guardInbox } from './inbox-guard.ts';
import { refuseUndeliverable } from './inbox-refusal.ts';

export interface InboxOptions {
  webPort: number;
  smtpPort: number;
  /** Kept across restarts. */
  folder: string;
}
export interface Inbox {
  close(): Promise<void>;
}

/** More than anybody reads; at a start all of them are read back. */
const MOST_MAILS = 2_000;

/** A real SMTP server whose mails are read on a web page (and as JSON under /api/email), on this machine only. @throws PortTaken */
export const startInbox = async ({ webPort, smtpPort, folder }: InboxOptions): Promise<Inbox> => {
  const maildev = new MailDev({
    ip: '127.0.0.1',
    smtp: smtpPort,
    webIp: '127.0.0.1',
    web: webPort,
    mailDirectory: folder,
    maxEmails: MOST_MAILS,
    silent: true,
  });
  const { smtp, api } = await quietly(() => maildev.start()).catch((error: unknown) => {
    throw portTaken(error) ?? error;
  });
  refuseUndeliverable(smtp);
  if (api) guardInbox(api.server.server as Server, webPort);
  return { close: () => maildev.stop() };
};

const portTaken = (error: unknown): PortTaken | null => {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'EADDRINUSE') return null;
  return 'port' in error && typeof error.port === 'number' ? new PortTaken(error.port) : null;
};

/** Maildev's web server announces itself on the console whatever `silent` says. */
const quietly = async <T>(start: () => Promise<T>): Promise<T> => {
  const { info } = console;
  console.info = () => {};
  try {
    return await start();
  } finally {
    console.info = info;
  }
};
