import { DAY } from '#domain/time';
import type { FolderFiles } from '#local/folder-files';
import type { System } from '#local/system';
import { throughMonths } from '#local/timers';
import type { Mailer } from '#ports';
import { planChanges } from './changes.ts';
import { eastLake } from './east-lake.ts';
import { demoCompany } from './estate.ts';
import { harbourView } from './harbour-view.ts';
import { planHistory } from './history-plan.ts';
import type { HistorySpan } from './history-record.ts';
import { planImproving } from './improving.ts';
import { planWork } from './planned-work.ts';
import { type Played, type PlayOptions, playHistory } from './play.ts';
import type { Upload } from './web-report.ts';
import { createWorkers } from './workers.ts';

/** The demo estate is the same at each first start. */
export const SEED = 20_260_901;
/** Mails of the last day are in the inbox, those before went nowhere. */
const IN_INBOX = DAY;
/** How near to the present is the present. */
const NEAR = 2_000;

export interface Filling {
  day: number;
  days: number;
}
export interface History {
  /** Null when the clock shows the present. */
  progress(): Filling | null;
  /** Null: it was stopped before its end. @throws what went wrong */
  done: Promise<Played | null>;
  stop(): Promise<void>;
}

/** A mailer that keeps to itself what the inbox need not hold. */
export const withoutOldMails = (mailer: Mailer, isOld: () => boolean): Mailer => ({
  send: (message) => (isOld() ? Promise.resolve({ providerId: `history/${message.messageId}` }) : mailer.send(message)),
});
export const isOldIn = (span: HistorySpan | undefined, now: number): boolean =>
  span !== undefined && now < span.until - IN_INBOX;

/**
 * Lives through the span, beginning where the clock stands, by the use cases and timers of the system itself; then the
 * clock goes on from the present at its usual speed.
 */
export function liveThrough(
  system: Pick<System, 'bootstrap' | 'clock' | 'keepUploadedPhoto'> & PlayOptions['system'],
  files: Pick<FolderFiles, 'uploadForm' | 'acceptUpload'>,
  span: HistorySpan,
  real: () => number = Date.now,
): History {
  const { clock, timers } = system;
  const state = { stopped: false, over: false };
  const upload: Upload = async (company, photo, bytes) => {
    const { fields } = await files.uploadForm(company, photo, null);
    const { status } = await files.acceptUpload(fields, bytes);
    if (status >= 400) throw new Error(`A photo of the demo estate was refused: ${status}.`);
    await system.keepUploadedPhoto(company, photo);
  };
  const live = async (): Promise<Played | null> => {
    const sites = [eastLake, harbourView];
    const plan = planHistory(sites, span.until, span.days, SEED);
    const changes = planChanges(sites, span.until, span.days);
    const isStopped = () => state.stopped;
    const workers = createWorkers(system, demoCompany, upload);
    const rounds = [];
    for (const site of sites) {
      rounds.push(...(await planWork(system, demoCompany, site, span, workers)));
      rounds.push(...planImproving(system, demoCompany, site, span));
    }
    const played = await playHistory({
      system,
      company: demoCompany,
      plan,
      changes,
      rounds,
      upload,
      until: span.until,
      isStopped,
    });
    while (!state.stopped && real() - clock.now() > NEAR) await timers.to(real(), throughMonths);
    return state.stopped ? null : { ...played, worked: workers.counts.acted };
  };
  clock.setSpeed(0);
  const done = live().finally(() => {
    state.over = true;
  });
  return {
    progress: () =>
      state.over
        ? null
        : { day: Math.min(span.days, Math.floor((clock.now() - span.from) / DAY) + 1), days: span.days },
    done,
    async stop() {
      state.stopped = true;
      await done.catch(() => {});
    },
  };
}
