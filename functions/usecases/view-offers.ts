import { deadline } from '#domain/add-limit';
import { actionFormFields, type Forms, noForms } from '#domain/forms/forms';
import type { Item } from '#domain/item';
import { yuanOf } from '#domain/money';
import { isSensible } from '#domain/order-offers';
import { isContractor, type Organisation, type Person } from '#domain/organisation';
import { mayAct } from '#domain/permission';
import { promiseTimes } from '#domain/promise-times';
import type { Language } from '#domain/text';
import type { Instant } from '#domain/time';
import type { ActionName } from '#domain/workflow/action';
import type { Definition } from '#domain/workflow/definition';
import { offeredActions } from '#domain/workflow/offered';
import type { OfferedAction } from '#http/schemas/complaint';
import { wireInstant } from '#http/schemas/wire';
import type { Facts } from './load-facts.ts';
import type { Room } from './recovery/recovery-desk.ts';
import type { Asks } from './visits/visits-at.ts';

type Offer = Omit<OfferedAction, 'action'>;
type People = NonNullable<OfferedAction['people']>;

/** What the person may do with the item now, each with the choices its form needs. Also what the action page offers. */
export function offersOf(
  item: Item,
  definition: Definition,
  facts: Facts,
  reader: { person: Person; language: Language },
  now: Instant,
  forms: Forms = noForms,
  asks: Asks | null = null,
  room: Room | null = null,
): OfferedAction[] {
  const { organisation } = facts.directory;
  const times = () => promiseTimes(now, facts.calendar).map(wireInstant);
  const askedOf = () => (asks ? { asks: asksView(asks, reader.language) } : {});
  const details: Partial<Record<ActionName, () => Offer>> = {
    promise: () => ({ times: times() }),
    reply: () => ({ times: times() }),
    handOver: () => ({ people: colleaguesOf(item, organisation, reader.language) }),
    bringIn: () => ({ departments: otherDepartments(item, organisation, reader.language) }),
    pause: () => {
      const cap = deadline(now, definition.pauseCap, facts.calendar);
      return { cap: wireInstant(cap), times: times().filter((at) => at <= wireInstant(cap)) };
    },
    recover: () => (room ? { recovery: roomView(room, reader.language) } : {}),
    visited: askedOf,
    giveReason: askedOf,
    called: () => ({
      calls: item.calls
        .filter(({ doneAt }) => doneAt === null)
        .map(({ id, template, due }) => ({ id, template, due: wireInstant(due) })),
    }),
  };
  return offeredActions(item, definition)
    .filter((action) => mayAct(reader.person, action, item, facts.directory))
    .filter((action) => action !== 'recover' || room !== null)
    .filter((action) => isSensible(item, reader.person.id, action))
    .filter((action) => action !== 'giveReason' || asks?.reasons.some(({ active }) => active))
    .map((action) => {
      const fields = action === 'visited' ? (asks?.questionnaire.fields ?? []) : actionFormFields(forms, action);
      return { action, ...details[action]?.(), ...(fields.length > 0 && { fields }) };
    });
}

const roomView = ({ gestures, left }: Room, language: Language) => ({
  left: yuanOf(left),
  gestures: gestures.map(({ id, name }) => ({ id, name: name[language] })),
});

const asksView = ({ questionnaire: { onTime, held }, reasons }: Asks, language: Language) => ({
  onTime,
  held,
  reasons: reasons.filter(({ active }) => active).map(({ id, name }) => ({ id, name: name[language] })),
});

/** People an item can be handed to: active members of the site who act, the item's department first; contractors work orders only. */
function colleaguesOf(item: Item, organisation: Organisation, language: Language): People {
  const site = organisation.sites.find(({ id }) => id === item.site);
  const dutyOf = (person: Person) => {
    if (isContractor(person)) return { near: false, post: person.firm ?? null };
    const departments = site?.departments.filter(
      ({ head, handlers }) => head === person.id || handlers.includes(person.id),
    );
    const [first] =
      departments?.toSorted((a, b) => Number(b.id === item.department) - Number(a.id === item.department)) ?? [];
    return { near: first?.id === item.department, post: first?.name[language] ?? null };
  };
  const takesContractors = item.order !== null && !item.order.patrol;
  return organisation.people
    .filter(({ id, active, sites }) => active && id !== item.owner && sites.includes(item.site))
    .filter(({ role }) => role !== 'viewer' && (role !== 'contractor' || takesContractors))
    .map((person) => ({ id: person.id, name: person.name[language], ...dutyOf(person) }))
    .toSorted((a, b) => Number(b.near) - Number(a.near))
    .map(({ id, name, post }) => ({ id, name, post }));
}

function otherDepartments(item: Item, organisation: Organisation, language: Language) {
  const site = organisation.sites.find(({ id }) => id === item.site);
  return (site?.departments ?? [])
    .filter(({ id, head }) => id !== item.department && head !== null)
    .map(({ id, name }) => ({ id, name: name[language] }));
}
