import type { ActionName } from '#domain/workflow/action';
import type { HandlerOf } from '#http/route';
import type { Routes } from '#http/routes';
import type { ActOnItem } from '#usecases/act-on-item';
import type { FileComplaint } from '#usecases/file-complaint';
import type { createShowComplaint } from '#usecases/show-complaint';

export interface ComplaintWriters {
  fileComplaint: FileComplaint;
  actOnItem: ActOnItem;
  showComplaint: ReturnType<typeof createShowComplaint>;
}

/** Takes a complaint; a join answers with the one joined. */
export const fileComplaintHandler =
  ({ fileComplaint }: Pick<ComplaintWriters, 'fileComplaint'>): HandlerOf<Routes['fileComplaint']> =>
  ({ caller, body, key }) =>
    fileComplaint(caller, body, key);

/** Acts, then shows the complaint as it stands after it. */
export const actHandler =
  (
    { actOnItem, showComplaint }: Pick<ComplaintWriters, 'actOnItem' | 'showComplaint'>,
    action: ActionName,
  ): HandlerOf<Routes['act-note']> =>
  async ({ caller, params, body, key }) => {
    await actOnItem({ company: caller.company, itemId: params.id, by: caller.person.id, action, input: body, key });
    return showComplaint(caller, params.id);
  };
