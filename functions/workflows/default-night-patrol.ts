import { workingDays, workingHours } from '#domain/limit';
import type { Definition } from '#domain/workflow/definition';
import { desk, deskHead, director, quality, rules, text } from './parts.ts';

/**
 * The night patrol that ships (夜间巡查): all who walk get the same page at once; the windows of its points are its clock.
 * A missed point is told at once to whom the route names and to the next level; the walk goes on. It ends when every point
 * was reached or its last window is over.
 */
export const defaultNightPatrol: Definition = {
  kind: 'workOrder',
  name: text('夜间巡查', 'Night patrol'),
  start: 'lead',
  withdrawn: 'called-off',
  rerouted: 'lead',
  pauseCap: workingDays(1),
  calls: { to: [desk], within: workingHours(4), late: [deskHead] },
  steps: [
    {
      id: 'lead',
      label: text('确定带队人', 'Who leads'),
      type: 'assign',
      to: [{ kind: 'patrol' }, { kind: 'head', department: 'item' }],
      next: 'walk',
    },
    {
      id: 'walk',
      label: text('巡查', 'Walk'),
      type: 'ask',
      status: 'inProgress',
      template: 'order-patrol',
      levels: [
        { to: [{ kind: 'patrol' }] },
        { to: [{ kind: 'head', department: 'item' }] },
        { to: director.to, outside: director.outside ?? director.to },
        { to: [quality] },
      ],
      watch: [],
      actions: rules({ scan: 'archive' }, ['escalate']),
      exhausted: 'walk',
    },
    { id: 'archive', label: text('归档', 'Archive'), type: 'end', status: 'closed' },
    { id: 'called-off', label: text('取消', 'Called off'), type: 'end', status: 'withdrawn' },
  ],
};
