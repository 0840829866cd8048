import type { Effect } from './effect.ts';
import type { Event } from './event.ts';

/** What the engine hears when a mail was not delivered. Null: the sender of a report that joined, whom nobody need call. */
export function undeliverableEvent(effect: Extract<Effect, { type: 'mail' | 'mailResident' }>): Event | null {
  if (effect.type === 'mail')
    return { type: 'undeliverable', person: effect.to, ask: effect.ask, ...(effect.call && { call: effect.call }) };
  return effect.report ? null : { type: 'residentUndeliverable', template: effect.template, told: effect.told };
}
