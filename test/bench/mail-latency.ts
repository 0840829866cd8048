import { startMailSink } from '#local/replay/mail-sink';
import { smtpMailer } from '#mail/smtp-mailer';
import { type Figure, type Measure, percentile, whole } from './measure.ts';
import { startTown } from './town.ts';

const complaints = 100;
/** Complaints at once in the busy half. */
const busy = 10;

/** From filing to the last byte at the mail server, the world's time: one complaint alone, and ten at once all the time. */
export const mailLatency: Measure = async (say) => {
  const arrivals = new Map<string, (at: number) => void>();
  const sink = await startMailSink((to) => arrivals.get(to)?.(performance.now()));
  const from = { name: 'Steward', address: 'steward@demo.example' };
  const mailer = smtpMailer({ host: '127.0.0.1', port: sink.port, secure: false, from });
  const town = await startTown({ mailer });
  town.system.timers.start();
  let filed = 0;
  /** Milliseconds until the resident has the confirmation. */
  const one = async (): Promise<number> => {
    filed += 1;
    const email = `r${filed}@resident.example`;
    const arrived = new Promise<number>((resolve) => arrivals.set(email, resolve));
    const began = performance.now();
    await town.file({ unit: `R${filed}`, household: undefined, reporter: { email } });
    return (await arrived) - began;
  };
  const run = async (lanes: number): Promise<number[]> => {
    const times: number[] = [];
    const until = filed + complaints;
    const lane = async () => {
      while (filed < until) times.push(await one());
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    return times;
  };
  const figure = (state: string, times: readonly number[], how: string): Figure => ({
    what: `File to mail, ${state}: p50 / p99`,
    value: `${whole(percentile(times, 0.5))} / ${whole(percentile(times, 0.99))} ms`,
    how: `${times.length} complaints ${how}, until an SMTP server has the resident’s mail whole`,
  });
  try {
    say('mail latency, idle');
    await one();
    const idle = await run(1);
    say('mail latency, busy');
    return [
      figure('idle', idle, 'one after the other'),
      figure('busy', await run(busy), `${busy} at a time without a break`),
    ];
  } finally {
    await town.system.settle();
    await town.close();
    mailer.close();
    await sink.close();
  }
};
