import { type SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import MailComposer from 'nodemailer/lib/mail-composer';
import { MailFailed, MailRefused } from '#domain/errors';
import type { Mailer } from '#ports';
import { oneLine } from './clean.ts';
import { compose, isOneAddress, type Sender } from './envelope.ts';

export interface SesSettings {
  from: Sender;
  /** Its event destination reports bounces and complaints. */
  configurationSet: string | null;
}

/**
 * Mail over SES v2, as raw bytes so that References, In-Reply-To and the other headers are ours. SES replaces Message-ID and
 * Date by its own (its developer guide, "header fields"): ours travels as X-Steward-Message-ID, and mails of one item still
 * thread because all of them refer to the same id. Tags come back with every event.
 */
export function sesMailer(client: Pick<SESv2Client, 'send'>, settings: SesSettings): Mailer {
  return {
    async send(message) {
      if (!isOneAddress(message.to)) throw new MailRefused('not an address');
      const raw = await new MailComposer(compose(message, settings.from)).compile().build();
      const command = new SendEmailCommand({
        Destination: { ToAddresses: [message.to] },
        Content: { Raw: { Data: raw } },
        EmailTags: Object.entries(message.tags).map(([Name, value]) => ({ Name, Value: tagValue(value) })),
        ...(settings.configurationSet === null ? {} : { ConfigurationSetName: settings.configurationSet }),
      });
      try {
        const sent = await client.send(command);
        return { providerId: sent.MessageId ?? '' };
      } catch (error) {
        throw sesError(error);
      }
    },
  };
}

/** SES takes letters, digits, "_" and "-" only; "/" of effect ids becomes "_", see `effectFromTag`. */
const tagValue = (value: string): string =>
  value
    .replace(/\//g, '_')
    .replace(/[^A-Za-z0-9_-]/g, '-')
    .slice(0, 256);

/** `<item>_<seq>` of a bounce event back to the effect id `<item>/<seq>`. */
export const effectFromTag = (tag: string): string => tag.replace(/_(?=[^_]*$)/, '/');

/**
 * Decided by the error's name alone. A malformed request is this mail's fault. MessageRejected also means an unverified
 * sender or the sandbox, which is ours to mend: repeat later. Bounces of accepted mail arrive as events.
 */
function sesError(error: unknown): MailRefused | MailFailed {
  if (!(error instanceof Error)) return new MailFailed('unknown', { cause: error });
  const why = oneLine(`${error.name}: ${error.message.replace(/\S+@\S+/g, '…')}`, 160);
  return error.name === 'BadRequestException'
    ? new MailRefused(why, { cause: error })
    : new MailFailed(why, { cause: error });
}
