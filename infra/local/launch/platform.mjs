import { checkWindows } from './checks.mjs';
import { run } from './problem.mjs';

/** Before `npm start`, whose own command only a Unix shell knows: `exec` makes npm our parent, so that its signals reach us. */
await run(() => {
  checkWindows();
  return 0;
});
