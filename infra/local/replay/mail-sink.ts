import { SMTPServer } from 'smtp-server';

export interface MailSink {
  port: number;
  taken(): number;
  close(): Promise<void>;
}

/** A real SMTP server on a free port that takes every mail and keeps none. `onMail` hears of each that has arrived whole. */
export async function startMailSink(onMail?: (to: string) => void): Promise<MailSink> {
  let taken = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onData(stream, { envelope }, callback) {
      stream.resume();
      stream.once('error', callback);
      stream.once('end', () => {
        taken += 1;
        for (const { address } of envelope.rcptTo) onMail?.(address);
        callback();
      });
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('The mail sink has no port.');
  return {
    port: address.port,
    taken: () => taken,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
