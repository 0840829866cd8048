import { z } from 'zod';
import { RawAnswers } from '#domain/forms/answers';
import { parseIso } from '#domain/time';
import { type ActionName, actionInputs } from '#domain/workflow/action';

/** An instant sent by a client: ISO 8601 with Z or an offset; epoch milliseconds once parsed. */
const Sent = z.iso.datetime({ offset: true }).transform(parseIso);

/** Bodies of POST /api/complaints/:id/actions/:action: the domain's inputs with instants as ISO strings. */
const wire = {
  ...actionInputs,
  promise: actionInputs.promise.extend({ at: Sent }),
  reply: actionInputs.reply.extend({ nextReplyAt: Sent.optional() }),
  pause: actionInputs.pause.extend({ until: Sent }),
} satisfies Record<ActionName, z.ZodType>;

/** `fields`: answers to the form that the complaint was filed with. */
const withFields = <S extends z.ZodObject>(schema: S) => schema.extend({ fields: RawAnswers.optional() });
export const actionBodies = Object.fromEntries(
  Object.entries(wire).map(([name, schema]) => [name, withFields(schema)]),
) as { [N in ActionName]: ReturnType<typeof withFields<(typeof wire)[N]>> };
