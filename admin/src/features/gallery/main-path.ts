import type { Definition, Step } from '#domain/workflow/definition';

/** The steps as they follow one another when everybody does their work, from the start to an end or back. */
export function mainPath({ start, steps }: Definition): Step[] {
  const path: Step[] = [];
  for (let next: string | undefined = start; next !== undefined; ) {
    const id: string = next;
    const step = steps.find((one) => one.id === id);
    if (!step || path.includes(step)) break;
    path.push(step);
    next = onward(step);
  }
  return path;
}

/** Of the actions of a step the first that leads elsewhere counts. */
function onward(step: Step): string | undefined {
  switch (step.type) {
    case 'end':
      return undefined;
    case 'branch':
      return step.otherwise;
    case 'ask':
      return step.actions.find(({ next }) => next !== undefined && next !== step.id)?.next;
    default:
      return step.next;
  }
}

/** The ladder a workflow is known by: of the step in which somebody is to take it on. */
export function ladderOf({ steps }: Definition): Extract<Step, { type: 'ask' }> | undefined {
  const asks = steps.filter((step) => step.type === 'ask');
  return asks.find(({ status, levels }) => status === 'assigned' && levels.length > 1) ?? asks[0];
}
