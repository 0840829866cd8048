import { createAPIServer } from '@maildev/api';
import { FileStorage } from '@maildev/core';
import { createSMTPServer } from '@maildev/smtp';
import { registerUI } from '@maildev/ui/server';
import { PortTaken } from './http-server.ts';
import { guardInbox } from './inbox-guard.ts';
import { openLinksInTabs } from './inbox-links.ts';
import { refuseUndeliverable } from './inbox-refusal.ts';

export interface InboxOptions {
  webPort: number;
  smtpPort: number;
  /** Mails are kept here across restarts. */
  folder: string;
}
export interface Inbox {
  close(): Promise<void>;
}

const host = '127.0.0.1';
/** More than anybody reads; the oldest go first. */
const MOST_MAILS = 5_000;
/** Reading mails back takes 3 ms each, and a start is to be short. */
const MOST_AFTER_RESTART = 1_000;

/**
 * Maildev, put together from its parts: a real SMTP server whose mails are read on a web page, and as JSON under
 * /api/email. On this machine only. @throws PortTaken
 */
export const startInbox = async ({ webPort, smtpPort, folder }: InboxOptions): Promise<Inbox> => {
  const storage = new FileStorage({ mailDirectory: folder, maxEmails: MOST_MAILS });
  await storage.initialize();
  const smtp = createSMTPServer({ port: smtpPort, host, storage, mailDir: folder, logger: false });
  const api = createAPIServer({ port: webPort, host, storage, smtp });
  await listening(smtpPort, smtp.start());
  try {
    refuseUndeliverable(smtp);
    await smtp.pruneMailDir(MOST_AFTER_RESTART);
    await smtp.loadMailsFromDirectory();
    openLinksInTabs(api.server);
    await api.registerPlugins();
    await registerUI(api.server, { basePath: '' });
    guardInbox(api.server.server, webPort);
    await listening(webPort, api.server.listen({ port: webPort, host }));
  } catch (error) {
    await smtp.stop();
    throw error;
  }
  return {
    async close() {
      await api.stop();
      await smtp.stop();
      await storage.close();
    },
  };
};

const listening = async (port: number, started: Promise<unknown>): Promise<void> => {
  try {
    await started;
  } catch (error) {
    throw error instanceof Error && 'code' in error && error.code === 'EADDRINUSE' ? new PortTaken(port) : error;
  }
};
