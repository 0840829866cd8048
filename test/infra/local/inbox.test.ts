import { existsSync, readdirSync } from 'node:fs';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Inbox, startInbox } from '#local/inbox';
import { freePort, temporaryFolder } from '#test/support/local-front';

const folder = temporaryFolder();
let port: number;
let inbox: Inbox;
const said = vi.spyOn(console, 'info');

const start = () => startInbox({ webPort: port + 1, smtpPort: port + 25, folder: folder.path });
beforeAll(async () => {
  port = await freePort();
  inbox = await start();
});
afterAll(async () => {
  await inbox.close();
  folder.remove();
});

const send = async (to: string | string[], subject: string) => {
  const transport = createTransport({ host: '127.0.0.1', port: port + 25, secure: false });
  try {
    return await transport.sendMail({
      from: 'steward@steward.example',
      to,
      subject,
      text: '请处理',
      html: '<p>请<a href="http://127.0.0.1:1/a/x">处理</a></p>',
      messageId: '<one@steward.example>',
    });
  } finally {
    transport.close();
  }
};
const ask = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port + 1}${path}`, init);
interface Mail {
  id: string;
  subject: string;
  to: { address: string }[];
  html: string;
  headers: Record<string, string>;
}

describe('the inbox', () => {
  it('keeps a mail and shows it on a page and as JSON', async () => {
    await send('repairer-a@steward.example', '投诉 EL-261123-001');
    const mails: Mail[] = await (await ask('/api/email')).json();
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ subject: '投诉 EL-261123-001', to: [{ address: 'repairer-a@steward.example' }] });
    expect(mails[0]?.headers['message-id']).toBe('<one@steward.example>');
    expect(mails[0]?.html).toContain('http://127.0.0.1:1/a/x');
    expect(await (await ask('/email')).json()).toHaveLength(1);
    expect(await (await ask('/', { headers: { accept: 'text/html' } })).text()).toContain('<title>');
  });
  it('opens the links of a mail in a tab', async () => {
    const [mail]: Mail[] = await (await ask('/api/email')).json();
    expect(await (await ask(`/api/email/${mail?.id}/html`)).text()).toMatch(/^<base target="_blank">/);
    const page = await (await ask('/', { headers: { accept: 'text/html' } })).text();
    const script = /src="\.?(\/assets\/[^"]+\.js)"/.exec(page)?.[1] ?? '';
    expect(await (await ask(script)).text()).toContain(
      'allow-same-origin allow-popups allow-popups-to-escape-sandbox"',
    );
  });
  it('refuses addresses at undeliverable.invalid in the conversation, and only those', async () => {
    await expect(send('gone@undeliverable.invalid', 'x')).rejects.toMatchObject({
      responseCode: 550,
      command: 'RCPT TO',
    });
    await expect(send('gone@UNDELIVERABLE.invalid', 'x')).rejects.toMatchObject({ responseCode: 550 });
    const sent = await send(['gone@undeliverable.invalid', 'b@steward.example'], 'two');
    expect(sent.rejected).toEqual(['gone@undeliverable.invalid']);
    expect(sent.accepted).toEqual(['b@steward.example']);
  });
  it('shows nothing to pages of other sites', async () => {
    expect((await ask('/api/email', { headers: { origin: 'http://evil.example' } })).status).toBe(403);
    expect((await ask('/api/email', { headers: { origin: `http://127.0.0.1:${port + 1}` } })).status).toBe(200);
  });
  it('keeps its mails over a restart', async () => {
    const before: Mail[] = await (await ask('/api/email')).json();
    await inbox.close();
    inbox = await start();
    const after: Mail[] = await (await ask('/api/email')).json();
    expect(after.map(({ subject }) => subject)).toEqual(before.map(({ subject }) => subject));
    await expect(send('gone@undeliverable.invalid', 'x')).rejects.toMatchObject({ responseCode: 550 });
  });
  it('can be emptied', async () => {
    expect((await ask('/api/email/all', { method: 'DELETE' })).status).toBe(200);
    expect(await (await ask('/api/email')).json()).toEqual([]);
    expect(existsSync(folder.path) && readdirSync(folder.path)).toEqual([]);
  });
  it('says which of its ports is taken', async () => {
    await expect(start()).rejects.toThrow(new RegExp(`Port ${port + 25} is taken`));
  });
  it('says nothing on the console', () => {
    expect(said).not.toHaveBeenCalled();
  });
});
