import type { SESv2Client, SendEmailCommandInput } from '@aws-sdk/client-sesv2';
import { describe, expect, it } from 'vitest';
import { MailFailed, MailRefused } from '#domain/errors';
import { effectFromTag, sesMailer } from '#mail/ses-mailer';
import type { Message } from '#ports';

const message: Message = {
  to: 'wang.wei@example.com',
  subject: '[EL-1] 楼上漏水',
  text: 'text',
  html: '<p>html</p>',
  language: 'zh-CN',
  messageId: 'item1/7.demo',
  thread: 'item1/wang-wei.demo',
  tags: { company: 'demo', item: 'item1', effect: 'item1/7' },
};
const settings = { from: { name: 'Steward', address: 'steward@mail.example' }, configurationSet: 'steward' };

function client(answer: () => unknown) {
  const sent: SendEmailCommandInput[] = [];
  const send = async (command: { input: SendEmailCommandInput }) => {
    sent.push(command.input);
    return answer();
  };
  return { sent, client: { send } as unknown as Pick<SESv2Client, 'send'> };
}
const fails = (name: string) => () => {
  throw Object.assign(new Error('wang.wei@example.com is bad'), { name });
};

describe('sesMailer', () => {
  it('sends raw bytes with the thread of the item, tags and configuration set', async () => {
    const ses = client(() => ({ MessageId: '0100' }));
    expect(await sesMailer(ses.client, settings).send(message)).toEqual({ providerId: '0100' });
    const [input] = ses.sent;
    const raw = Buffer.from(input?.Content?.Raw?.Data ?? []).toString();
    expect(raw).toContain('References: <item1-wang-wei.demo@mail.example>');
    expect(raw).toContain('X-Steward-Message-ID: item1-7.demo@mail.example');
    expect(input?.Destination?.ToAddresses).toEqual(['wang.wei@example.com']);
    expect(input?.ConfigurationSetName).toBe('steward');
    expect(input?.EmailTags).toContainEqual({ Name: 'effect', Value: 'item1_7' });
    expect(effectFromTag('item1_7')).toBe('item1/7');
  });
  it('calls a malformed request refused and everything else failed', async () => {
    const refused: unknown = await sesMailer(client(fails('BadRequestException')).client, settings)
      .send(message)
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(MailRefused);
    expect((refused as MailRefused).why).not.toContain('@');
    for (const name of ['TooManyRequestsException', 'MessageRejected', 'AccountSuspendedException', 'TimeoutError'])
      await expect(sesMailer(client(fails(name)).client, settings).send(message)).rejects.toBeInstanceOf(MailFailed);
  });
});
