import { backtests } from './backtest.ts';
import { bundles } from './bundles.ts';
import { deadlines, lives } from './domain.ts';
import { estate } from './estate.ts';
import { lifeCost } from './life-cost.ts';
import { lists } from './lists.ts';
import { mailLatency } from './mail-latency.ts';
import { type Figure, type Measure, markdownTable } from './measure.ts';
import { planCost } from './plan-cost.ts';
import { plans } from './plans.ts';
import { recurrence } from './recurrence.ts';
import { simulated } from './simulate.ts';
import { startTime } from './start-time.ts';

/** `npm run bench [-- <measure> ...]`: the table on stdout, progress on stderr. Nothing is asserted about time. */
const measures: Readonly<Record<string, Measure>> = {
  lives,
  deadlines,
  recurrence,
  plans,
  occurrence: planCost,
  simulate: simulated,
  backtest: backtests,
  cost: lifeCost,
  lists,
  mail: mailLatency,
  start: startTime,
  estate,
  bundles,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in measures));
if (unknown.length > 0) {
  process.stderr.write(`No measure ${unknown.join(', ')}: choose from ${Object.keys(measures).join(', ')}.\n`);
  process.exit(1);
}
const began = performance.now();
const figures: Figure[] = [];
for (const [name, measure] of Object.entries(measures)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const seconds = Math.round((performance.now() - began) / 1000);
  figures.push(...(await measure((words) => void process.stderr.write(`${seconds} s  ${name}: ${words}\n`))));
}
process.stdout.write(`${markdownTable(figures)}\n`);
process.exit(0);
