import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { figureLines } from '#local/replay/figures';
import { problemsIn } from '#local/replay/outcome';
import { planForDemo, replay } from '#local/replay/run';
import { readServiceRequests } from '#local/replay/service-request';

const csv = `SRNumber,CreatedDate,ClosedDate,RequestType,Status,RequestSource,NCName
4,12/27/2017 01:00:00 PM,,Other,Open,Walk-in,A
3,12/27/2017 11:00:00 AM,12/27/2017 12:00:00 PM,Report Water Waste,Cancelled,Mobile App,A
2,12/27/2017 10:00:30 AM,12/29/2017 03:00:00 PM,Single Streetlight Issue,Closed,Call,A
1,12/27/2017 10:00:00 AM,12/27/2017 09:00:00 AM,Graffiti Removal,Closed,Driver Self Report,A
`;

it('plays a small file on the whole system: all accepted, none lost, each as the file says', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'steward-replay-'));
  const said: string[] = [];
  const say = (message: string) => void said.push(message);
  try {
    const figures = await replay({
      plan: planForDemo(readServiceRequests(csv)),
      dataDir: join(folder, 'data'),
      limit: 10,
      logger: { info: () => {}, warn: say, error: say },
    });
    expect(problemsIn(figures.outcome)).toEqual([]);
    expect(Object.fromEntries(figures.outcome.byStatus)).toEqual({ closed: 2, withdrawn: 1, open: 1 });
    expect(figures).toMatchObject({ accepted: 4, tally: { failed: 0 } });
    expect(figures.tally.raised.size).toBeGreaterThan(0);
    const sent = [...figures.tally.mails.values()].reduce((sum, count) => sum + count, 0);
    expect(figures.mailsTaken).toBe(sent);
    expect(said).toEqual([]);
    expect(figureLines(figures)[0]).toBe('accepted          4');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);
