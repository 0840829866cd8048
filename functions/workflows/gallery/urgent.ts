import { elapsed, workingDayAt, workingDays, workingHours } from '#domain/limit';
import type { Recipient } from '#domain/recipients';
import type { Definition, Level, Step } from '#domain/workflow/definition';
import { desk, deskHead, dutyManager, eachWorkingDay, quality, rules, text } from '../parts.ts';
import { closing, handling, receiving } from './complaint-steps.ts';

const generalManager = { kind: 'companyPost', post: 'general-manager' } as const;
const owner: Level = { to: [{ kind: 'owner' }], outside: [{ kind: 'owner' }, dutyManager], within: elapsed(15) };
const head = { kind: 'head', department: 'item' } as const;
/** Day and night: the clock on the wall counts, and at night the duty manager is asked beside everybody. */
const roundTheClock = (minutes: number): Level[] => [
  { to: [head], outside: [head, dutyManager], within: elapsed(minutes) },
  { to: [{ kind: 'siteDirector' }, dutyManager], within: elapsed(minutes) },
  { to: [quality, generalManager], within: elapsed(60), reminders: { after: elapsed(15), times: 3 } },
];
const calls = { to: [desk], within: elapsed(30), late: [deskHead] };
const common = {
  kind: 'complaint',
  start: 'received',
  withdrawn: 'tell-withdrawn',
  pauseCap: workingDays(3),
  calls,
} as const;

const telling = (id: string, zh: string, en: string, to: Recipient[], next: string): Step => ({
  id,
  label: text(zh, en),
  type: 'notify',
  to,
  template: 'major',
  next,
});
const assigning = (to: [Recipient, ...Recipient[]]): Step => ({
  id: 'assign',
  label: text('派单', 'Assign'),
  type: 'assign',
  to,
  next: 'accept',
});

/** Water, power: whoever is there goes first, what is not clear is found out on the spot. */
export const emergency: Definition = {
  ...common,
  name: text('紧急投诉流程', 'Emergency complaint'),
  rerouted: 'assign',
  steps: [
    ...receiving('assign'),
    assigning([{ kind: 'handler', department: 'item' }, head, dutyManager]),
    ...handling({ accept: [owner, ...roundTheClock(15)], above: roundTheClock(15) }),
    ...closing(workingDays(2)),
  ],
};

/** Safety, injury, a group, the media, a large loss: reported at once, and closed with the director's agreement only. */
export const major: Definition = {
  ...common,
  name: text('重大投诉流程', 'Major complaint'),
  rerouted: 'report',
  steps: [
    ...receiving('report'),
    telling(
      'report',
      '立即报告',
      'Report at once',
      [head, { kind: 'siteDirector' }, quality, generalManager],
      'assign',
    ),
    assigning([head, { kind: 'handler', department: 'item' }, { kind: 'siteDirector' }]),
    ...handling({
      accept: [
        { to: [{ kind: 'owner' }], within: elapsed(15) },
        { to: [{ kind: 'siteDirector' }], outside: [{ kind: 'siteDirector' }, dutyManager], within: elapsed(30) },
        { to: [quality, generalManager], all: true, reminders: eachWorkingDay },
      ],
      above: [
        { to: [{ kind: 'siteDirector' }], outside: [{ kind: 'siteDirector' }, dutyManager], within: elapsed(60) },
        { to: [quality, generalManager], all: true, reminders: eachWorkingDay },
      ],
      resolved: 'approve',
    }),
    {
      id: 'approve',
      label: text('主任审核处理结果', 'Director agrees to the result'),
      type: 'ask',
      status: 'inProgress',
      template: 'decision',
      levels: [
        { to: [{ kind: 'siteDirector' }], within: workingHours(4) },
        { to: [quality], reminders: eachWorkingDay },
      ],
      watch: [],
      actions: rules({ approve: 'verdict', decline: 'handle' }, ['escalate', 'note']),
      exhausted: 'nobody-acted',
    },
    ...closing(workingDays(5)),
  ],
};

/** Somebody is in the lift: five minutes to answer, people out first, then the lift is put right before it runs again. */
export const liftEntrapment: Definition = {
  ...common,
  name: text('电梯困人流程', 'Lift entrapment'),
  rerouted: 'report',
  steps: [
    ...receiving('report'),
    telling('report', '立即报告', 'Report at once', [head, { kind: 'siteDirector' }, dutyManager], 'assign'),
    assigning([{ kind: 'areaRepairer' }, { kind: 'handler', department: 'engineering' }, dutyManager]),
    ...handling({
      accept: [
        { to: [{ kind: 'owner' }, dutyManager], within: elapsed(5) },
        { to: [{ kind: 'head', department: 'engineering' }, dutyManager], within: elapsed(5) },
        { to: [{ kind: 'siteDirector' }], within: elapsed(10) },
        { to: [quality, generalManager], within: elapsed(30), reminders: { after: elapsed(10), times: 2 } },
      ],
      above: [
        { to: [{ kind: 'head', department: 'engineering' }, dutyManager], within: elapsed(15) },
        { to: [{ kind: 'siteDirector' }], within: elapsed(30) },
        { to: [quality, generalManager], within: elapsed(60), reminders: { after: elapsed(20), times: 2 } },
      ],
      resolved: 'released',
    }),
    {
      id: 'released',
      label: text('确认人员脱困、电梯停用待检', 'People out, lift out of use until checked'),
      type: 'ask',
      status: 'inProgress',
      template: 'decision',
      levels: [
        { to: [{ kind: 'head', department: 'engineering' }], outside: [dutyManager], within: elapsed(60) },
        { to: [{ kind: 'siteDirector' }], within: elapsed(240), reminders: { after: elapsed(60), times: 3 } },
      ],
      watch: [],
      actions: rules({ approve: 'verdict', decline: 'handle' }, ['note', 'bringIn', 'escalate']),
      exhausted: 'nobody-acted',
    },
    ...closing(workingDayAt(1, '18:00')),
  ],
};

/** Fire, smoke, a fire hazard: security goes, everybody who must know knows, and the superiors each confirm. */
export const fire: Definition = {
  ...common,
  name: text('火警火险流程', 'Fire and fire hazard'),
  rerouted: 'report',
  steps: [
    ...receiving('report'),
    telling(
      'report',
      '立即报告',
      'Report at once',
      [{ kind: 'head', department: 'security' }, { kind: 'siteDirector' }, dutyManager, quality, generalManager],
      'assign',
    ),
    assigning([{ kind: 'handler', department: 'security' }, { kind: 'head', department: 'security' }, dutyManager]),
    ...handling({
      accept: [
        { to: [{ kind: 'owner' }, dutyManager], within: elapsed(3) },
        { to: [{ kind: 'head', department: 'security' }, { kind: 'siteDirector' }], within: elapsed(5) },
        { to: [quality, generalManager], all: true, within: elapsed(30), reminders: { after: elapsed(5), times: 5 } },
      ],
      above: [
        { to: [{ kind: 'head', department: 'security' }, { kind: 'siteDirector' }], all: true, within: elapsed(15) },
        { to: [quality, generalManager], all: true, within: elapsed(60), reminders: { after: elapsed(15), times: 3 } },
      ],
      resolved: 'cause',
    }),
    {
      id: 'cause',
      label: text('查明原因、消除隐患', 'Cause found, hazard removed'),
      type: 'ask',
      status: 'inProgress',
      template: 'decision',
      levels: [
        { to: [{ kind: 'siteDirector' }], within: workingDays(1) },
        { to: [quality], reminders: eachWorkingDay },
      ],
      watch: [],
      actions: rules({ approve: 'verdict', decline: 'handle' }, ['note', 'bringIn', 'escalate']),
      exhausted: 'nobody-acted',
    },
    ...closing(workingDays(3)),
  ],
};
