import type { MoveOutlook, NextMails, Standing } from '#domain/workflow/move-outlook';
import type { impactRoutes } from '#http/impact-routes';
import { moveRefusalWords } from '#http/move-words';
import type { HandlerOf } from '#http/route';
import type { Routes } from '#http/routes';
import type { MoveRefusal } from '#http/schemas/impact';
import { wireInstant, wireInstantOrNull } from '#http/schemas/wire';
import type { createListInFlight } from '#usecases/impact/list-in-flight';
import type { Moves } from '#usecases/impact/move-items';

export interface ImpactUseCases {
  listInFlight: ReturnType<typeof createListInFlight>;
  moves: Moves;
}

const mailsView = (mails: NextMails | null) => mails && { ...mails, at: wireInstant(mails.at) };
const standingView = ({ step, due, next }: Standing) => ({
  step,
  due: wireInstantOrNull(due),
  next: mailsView(next),
});
const outlookView = ({ before, after, now }: MoveOutlook) => ({
  before: standingView(before),
  after: standingView(after),
  now: mailsView(now),
});

export const impactHandlers = ({
  listInFlight,
  moves,
}: ImpactUseCases): { [Id in keyof typeof impactRoutes]: HandlerOf<Routes[Id]> } => ({
  listInFlight: ({ caller, params }) => listInFlight(caller, params.id),
  async previewMoves({ caller, params, body }) {
    const found = await moves.preview(caller, params.id, body);
    const data = found.map(({ item, ...one }) => ({
      item,
      refused: 'refused' in one ? told(one.refused, caller.language) : null,
      outlook: 'refused' in one ? null : outlookView(one),
    }));
    return { data };
  },
  async moveItems({ caller, params, body }) {
    const { moved, left } = await moves.move(caller, params.id, body);
    return { moved, left: left.map(({ item, refused }) => ({ item, refused: told(refused, caller.language) })) };
  },
});

const told = (why: MoveRefusal, language: Parameters<typeof moveRefusalWords>[1]) => ({
  why,
  message: moveRefusalWords(why, language),
});
