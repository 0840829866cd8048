import { type CheckFacts, check, type Problem } from '#domain/workflow/check';
import type { Definition, Step } from '#domain/workflow/definition';

const ROUNDS = 12;

/** The definition with what `check` finds taken out, one way or another; what cannot be mended stays as it is. */
export function repaired(definition: Definition, facts: CheckFacts): Definition {
  let mended = definition;
  for (let round = 0; round < ROUNDS; round += 1) {
    const problems = check(mended, facts);
    if (problems.length === 0) break;
    // A step goes only when nothing leads to it any more.
    const others = problems.filter(({ code }) => code !== 'unreachable');
    mended = (others.length > 0 ? others : problems).reduce(mend, mended);
  }
  return mended;
}

/** Somebody whom every site has. */
const somebody = [{ kind: 'companyPost', post: 'quality' }];

function mend(definition: Definition, { step, field, code }: Problem): Definition {
  if (step === null)
    return ['reaches_nobody', 'only_contractors', 'unknown_department'].includes(code)
      ? at(definition, field, somebody)
      : definition;
  const change = (next: (step: Step) => unknown): Definition => ({
    ...definition,
    steps: definition.steps.map((one) => (one.id === step ? (next(one) as Step) : one)),
  });
  switch (code) {
    case 'unreachable':
      return { ...definition, steps: definition.steps.filter(({ id }) => id !== step) };
    case 'loop_without_wait':
      return change((one) => at(one, field, one.type === 'ask' ? one.id : 'done'));
    case 'closes_unasked':
      return change((one) => at(one, 'unreached', one.id));
    case 'waits_for_good':
      return change((one) => at(one, field, 'acknowledge'));
    case 'unknown_target':
      return change((one) => at(one, field, 'done'));
    case 'reaches_nobody':
    case 'only_contractors':
    case 'unknown_department':
      return change((one) => at(one, field, somebody));
    default:
      return definition;
  }
}

/** A copy with another value at a path. */
function at<T>(value: T, path: string, next: unknown): T {
  const [name = '', ...rest] = path.split('.');
  if (Array.isArray(value))
    return value.map((one, index) => (String(index) === name ? at(one, rest.join('.'), next) : one)) as T;
  const inner = (value as Record<string, unknown>)[name];
  return { ...value, [name]: rest.length === 0 ? next : at(inner, rest.join('.'), next) };
}
