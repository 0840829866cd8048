import { z } from 'zod';
import { parseIso } from '#domain/time';
import { type ActionName, actionInputs } from '#domain/workflow/action';

/** An instant sent by a client: ISO 8601 with Z or an offset; epoch milliseconds once parsed. */
const Sent = z.iso.datetime({ offset: true }).transform(parseIso);

/** Bodies of POST /api/complaints/:id/actions/:action: the domain's inputs with instants as ISO strings. */
export const actionBodies = {
  ...actionInputs,
  promise: actionInputs.promise.extend({ at: Sent }),
  reply: actionInputs.reply.extend({ nextReplyAt: Sent.optional() }),
  pause: actionInputs.pause.extend({ until: Sent }),
} satisfies Record<ActionName, z.ZodType>;
