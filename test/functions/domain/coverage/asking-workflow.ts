import { workingHours } from '#domain/limit';
import type { Recipient } from '#domain/recipients';
import type { Definition, Level } from '#domain/workflow/definition';
import { text } from '../calendar-fixtures.ts';

/** Assigns where `owners` are given, then asks these levels. */
export function askingWorkflow(levels: Level[], owners: Recipient[] | null): Definition {
  const named = (id: string) => ({ id, label: text(id) });
  const limit = workingHours(1);
  return {
    kind: 'complaint',
    name: text('asking'),
    start: owners ? 'assign' : 'ask',
    withdrawn: 'end',
    rerouted: 'ask',
    pauseCap: limit,
    calls: { to: [{ kind: 'siteDirector' }], within: limit, late: [{ kind: 'siteDirector' }] },
    steps: [
      ...(owners ? [{ ...named('assign'), type: 'assign' as const, to: owners, next: 'ask' }] : []),
      {
        ...named('ask'),
        type: 'ask',
        status: 'assigned',
        levels,
        watch: [],
        actions: [{ action: 'resolve', next: 'end' }],
        exhausted: 'end',
      },
      { ...named('end'), type: 'end', status: 'closed' },
    ],
  };
}
