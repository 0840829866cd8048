import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MailFailed, MailRefused } from '#domain/errors';
import { smtpMailer } from '#mail/smtp-mailer';
import type { Mailer, Message } from '#ports';

const received: string[] = [];
/** What the server says to the next recipient and to the next message; null = yes. */
let refuse: { at: 'rcpt' | 'data' | 'sender'; code: number } | null = null;
let server: SMTPServer;
let mailer: Mailer & { close(): void };

const no = (code: number): Error =>
  Object.assign(new Error('somebody@example.com is not here'), { responseCode: code });
beforeAll(async () => {
  server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onMailFrom: (_, __, done) => done(refuse?.at === 'sender' ? no(refuse.code) : undefined),
    onRcptTo: (_, __, done) => done(refuse?.at === 'rcpt' ? no(refuse.code) : undefined),
    onData(stream, _, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (refuse?.at === 'data') return done(no(refuse.code));
        received.push(Buffer.concat(chunks).toString());
        done();
      });
    },
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = (server.server.address() ?? {}) as AddressInfo;
  const from = { name: '东湖花园', address: 'steward@mail.example' };
  mailer = smtpMailer({ host: '127.0.0.1', port, secure: false, from, timeout: 2000 });
});
afterAll(async () => {
  mailer.close();
  await new Promise<void>((done) => server.close(() => done()));
});
beforeEach(() => {
  received.length = 0;
  refuse = null;
});

const message = (changes: Partial<Message> = {}): Message => ({
  to: 'wang.wei@example.com',
  subject: '[EL-1] 楼上漏水',
  text: 'text',
  html: '<p>html</p>',
  language: 'zh-CN',
  messageId: 'item1/7.demo',
  thread: 'item1/wang-wei.demo',
  tags: { company: 'demo', item: 'item1', effect: 'item1/7' },
  ...changes,
});
const header = (mail: string, name: string): string | undefined =>
  new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'mi').exec(mail)?.[1]?.replace(/\r\n\s+/g, ' ');

describe('smtpMailer', () => {
  it('sends text and HTML with a Message-ID of ours and the thread of the item', async () => {
    const { providerId } = await mailer.send(message());
    const [mail = ''] = received;
    expect(providerId).toBe('<item1-7.demo@mail.example>');
    expect(header(mail, 'Message-ID')).toBe('<item1-7.demo@mail.example>');
    expect(header(mail, 'References')).toBe('<item1-wang-wei.demo@mail.example>');
    expect(header(mail, 'In-Reply-To')).toBe('<item1-wang-wei.demo@mail.example>');
    expect(header(mail, 'Auto-Submitted')).toBe('auto-generated');
    expect(mail).toContain('text/plain');
    expect(mail).toContain('text/html');
  });
  it('dates mails by the clock it is given', async () => {
    const port = Number((server.server.address() as AddressInfo).port);
    const now = () => Date.parse('2027-01-04T01:00:00Z');
    const dated = smtpMailer({ host: '127.0.0.1', port, from: { name: 'S', address: 's@mail.example' }, now });
    await dated.send(message());
    dated.close();
    expect(received.join()).toMatch(/^Date: Mon, 04 Jan 2027 01:00:00 \+0000/m);
  });
  it('carries the same Message-ID when it is repeated', async () => {
    await mailer.send(message());
    await mailer.send(message());
    expect(new Set(received.map((mail) => header(mail, 'Message-ID'))).size).toBe(1);
  });
  it('lets nobody smuggle in headers or recipients', async () => {
    await mailer.send(message({ subject: 'a\r\nBcc: all@example.org\r\n\r\nbody' }));
    expect(received[0]).not.toMatch(/^Bcc:/im);
    for (const to of ['a@example.com, b@example.com', 'a@example.com\r\nRCPT TO:<b@example.com>', 'Nobody', 'a b@c.de'])
      await expect(mailer.send(message({ to }))).rejects.toBeInstanceOf(MailRefused);
    expect(received).toHaveLength(1);
  });
  it.each([
    ['rcpt', 550],
    ['data', 554],
  ] as const)('takes a permanent no at %s as refused, without the address in it', async (at, code) => {
    refuse = { at, code };
    const error: unknown = await mailer.send(message()).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(MailRefused);
    expect((error as MailRefused).why).toContain(String(code));
    expect((error as MailRefused).why).not.toContain('@');
  });
  it.each([
    ['rcpt', 450],
    ['data', 451],
    ['sender', 550],
  ] as const)('repeats later after a no at %s with %i', async (at, code) => {
    refuse = { at, code };
    await expect(mailer.send(message())).rejects.toBeInstanceOf(MailFailed);
  });
  it('repeats later when nobody answers', async () => {
    const from = { name: 'S', address: 's@mail.example' };
    const deaf = smtpMailer({ host: '127.0.0.1', port: 1, secure: false, from, timeout: 500 });
    await expect(deaf.send(message())).rejects.toBeInstanceOf(MailFailed);
    deaf.close();
  });
});
