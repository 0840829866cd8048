import type { HandlerOf } from '#http/route';
import type { Routes } from '#http/routes';
import type { createPhotos } from '#usecases/photos';

type Operation = 'offerPhoto' | 'keepPhoto' | 'offerComplaintPhoto' | 'keepComplaintPhoto' | 'viewPhoto';

export const photoHandlers = (
  photos: ReturnType<typeof createPhotos>,
): { [Id in Operation]: HandlerOf<Routes[Id]> } => ({
  offerPhoto: ({ caller, body }) => photos.offerForFiling(caller, body.returnTo),
  keepPhoto: ({ caller, params }) => photos.keepForFiling(caller, params.photo),
  offerComplaintPhoto: ({ caller, params, body }) => photos.offerForComplaint(caller, params.id, body.returnTo),
  keepComplaintPhoto: ({ caller, params }) => photos.keepForComplaint(caller, params.id, params.photo),
  viewPhoto: ({ caller, params }) => photos.view(caller, params.id, params.photo),
});
