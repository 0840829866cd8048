import type { SNSEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { bouncesOf, createBounceHandler } from '#handlers/bounce';
import type { Bounce } from '#usecases/record-bounce';

const tags = { company: ['demo'], item: ['c1'], effect: ['c1-7'], 'ses:configuration-set': ['steward'] };
const effectOf = (tag: string) => tag.replace('-', '/');

/** As SES publishes them, shortened to the documented fields. */
const bounce = (bounceType: string, changes: object = {}) => ({
  eventType: 'Bounce',
  bounce: {
    feedbackId: '0100017',
    bounceType,
    bounceSubType: 'General',
    bouncedRecipients: [
      {
        emailAddress: 'repairer-a@steward.example',
        action: 'failed',
        status: '5.1.1',
        diagnosticCode: 'smtp; 550 5.1.1 user unknown',
      },
    ],
    timestamp: '2026-11-23T02:00:07.000Z',
    reportingMTA: 'dsn; mta.example',
  },
  mail: { timestamp: '2026-11-23T02:00:05.000Z', messageId: 'ses-1', destination: ['x'], tags },
  ...changes,
});
const complaint = {
  eventType: 'Complaint',
  complaint: { complainedRecipients: [{ emailAddress: 'b1-1201@resident.example' }], complaintFeedbackType: 'abuse' },
  mail: { messageId: 'ses-2', tags },
};
const read = (message: object) => bouncesOf(JSON.stringify(message), effectOf);

describe('what SES says about a mail', () => {
  it('a permanent bounce names company, item, effect and address', () => {
    expect(read(bounce('Permanent'))).toEqual([
      {
        company: 'demo',
        item: 'c1',
        effect: 'c1/7',
        email: 'repairer-a@steward.example',
        permanent: true,
        why: 'smtp; 550 5.1.1 user unknown',
      },
    ]);
  });

  it('a transient bounce is not permanent; an undetermined one is', () => {
    expect(read(bounce('Transient'))[0]?.permanent).toBe(false);
    expect(read(bounce('Undetermined'))[0]?.permanent).toBe(true);
  });

  it('a complaint is permanent and says so', () => {
    expect(read(complaint)).toEqual([
      expect.objectContaining({ email: 'b1-1201@resident.example', permanent: true, why: 'Complaint' }),
    ]);
  });

  it('other events, and mails that were not ours, are passed over', () => {
    expect(read({ eventType: 'Delivery', delivery: {}, mail: { tags } })).toEqual([]);
    expect(read(bounce('Permanent', { mail: { tags: { 'ses:from-domain': ['x'] } } }))).toEqual([]);
    expect(read({})).toEqual([]);
    expect(bouncesOf('Successfully validated SNS topic for Amazon SES event publishing.', effectOf)).toEqual([]);
  });
});

describe('the handler', () => {
  const event = (...messages: object[]) =>
    ({ Records: messages.map((message) => ({ Sns: { Message: JSON.stringify(message) } })) }) as unknown as SNSEvent;

  it('records every recipient of every record in order', async () => {
    const recorded: Bounce[] = [];
    await createBounceHandler(async (one) => void recorded.push(one), effectOf)(event(bounce('Permanent'), complaint));
    expect(recorded.map(({ email }) => email)).toEqual(['repairer-a@steward.example', 'b1-1201@resident.example']);
  });

  it('fails when it could not be recorded, so that SNS delivers again', async () => {
    const handler = createBounceHandler(() => Promise.reject(new Error('busy')), effectOf);
    await expect(handler(event(complaint))).rejects.toThrow('busy');
  });
});
