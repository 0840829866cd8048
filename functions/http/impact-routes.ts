import type { Route } from './route.ts';
import { InFlight, Moved, MoveItems, MovePreviews, PreviewMoves, WorkflowPath } from './schemas/impact.ts';

const paramsExample = { id: 'complaint' };

/** What runs on a workflow, and moving it to another version. */
export const impactRoutes = {
  listInFlight: {
    method: 'GET',
    path: '/api/workflows/{id}/open',
    summary: 'Open complaints of a workflow by version, step and level, at the sites of the caller',
    params: WorkflowPath,
    response: InFlight,
    paramsExample,
  },
  previewMoves: {
    method: 'POST',
    path: '/api/workflows/{id}/moves/preview',
    summary: 'Deadlines and next mails of open complaints before and after a move; stores nothing',
    params: WorkflowPath,
    body: PreviewMoves,
    response: MovePreviews,
    example: () => ({ items: ['the-id-of-a-complaint'], step: null }),
    paramsExample,
  },
  moveItems: {
    method: 'POST',
    path: '/api/workflows/{id}/moves',
    summary: 'Have open complaints go on by the version in force; said again, it does nothing twice',
    params: WorkflowPath,
    body: MoveItems,
    response: Moved,
    example: () => ({ items: ['the-id-of-a-complaint'], step: null, version: 1 }),
    paramsExample,
  },
} as const satisfies Record<string, Route>;
