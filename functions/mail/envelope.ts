import type { Message } from '#ports';
import { oneLine } from './clean.ts';
import { messageIdOf } from './message-id.ts';

/** Sender of all mails: name and address, as in settings. */
export interface Sender {
  name: string;
  address: string;
}

/** A message as nodemailer's composer takes it; both adapters send the same bytes. */
export interface Composed {
  from: Sender;
  to: string;
  subject: string;
  text: string;
  html: string;
  messageId: string;
  inReplyTo?: string;
  references?: string[];
  headers: Record<string, string>;
  disableFileAccess: true;
  disableUrlAccess: true;
}

/** Headers that make it a machine's mail: no out-of-office answers, one thread an item. */
export function compose(message: Message, from: Sender): Composed {
  const id = messageIdOf(message.messageId, from.address);
  const root = messageIdOf(message.thread, from.address);
  const thread = root === id ? null : `<${root}>`;
  return {
    from: { name: oneLine(from.name, 80), address: from.address },
    to: message.to,
    subject: oneLine(message.subject, 250),
    text: message.text,
    html: message.html,
    messageId: `<${id}>`,
    ...(thread === null ? {} : { inReplyTo: thread, references: [thread] }),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': message.language,
      'X-Steward-Message-ID': id,
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** One usable address and nothing else: no second recipient, no header smuggled in. */
export function isOneAddress(to: string): boolean {
  return /^[^\s@<>(),;:"\\[\]]{1,64}@[^\s@<>(),;:"\\[\]]{1,255}$/.test(to);
}
