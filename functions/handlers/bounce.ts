import type { SNSEvent } from 'aws-lambda';
import { z } from 'zod';
import type { Bounce } from '#usecases/record-bounce';

const Recipients = z.array(z.object({ emailAddress: z.string(), diagnosticCode: z.string().optional() }));
/** What SES publishes for a bounce or complaint, as far as it matters here. */
const Notice = z.object({
  eventType: z.enum(['Bounce', 'Complaint']),
  mail: z.object({ tags: z.record(z.string(), z.array(z.string())) }),
  bounce: z.object({ bounceType: z.string(), bouncedRecipients: Recipients }).optional(),
  complaint: z.object({ complainedRecipients: Recipients }).optional(),
});

/** SES also sends a sentence of greeting when the topic is connected. */
function parsed(message: string): unknown {
  try {
    return JSON.parse(message);
  } catch {
    return null;
  }
}

/** One bounce a recipient; `effectOf` turns a mail's tag into the effect id (tags take fewer characters); other kinds of events, and mails that were not ours, are passed over. */
export function bouncesOf(message: string, effectOf: (tag: string) => string): Bounce[] {
  const { data } = Notice.safeParse(parsed(message));
  const tag = (name: string) => data?.mail.tags[name]?.[0];
  const [company, item, effect] = [tag('company'), tag('item'), tag('effect')];
  if (!data || !company || !item || !effect) return [];
  const recipients = data.bounce?.bouncedRecipients ?? data.complaint?.complainedRecipients ?? [];
  return recipients.map(({ emailAddress, diagnosticCode }) => ({
    company,
    item,
    effect: effectOf(effect),
    email: emailAddress,
    permanent: data.bounce?.bounceType !== 'Transient',
    why: diagnosticCode ?? data.eventType,
  }));
}

export const createBounceHandler =
  (recordBounce: (bounce: Bounce) => Promise<void>, effectOf: (tag: string) => string) =>
  async (event: SNSEvent): Promise<void> => {
    for (const record of event.Records)
      for (const bounce of bouncesOf(record.Sns.Message, effectOf)) await recordBounce(bounce);
  };
