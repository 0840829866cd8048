import { workingDayAt, workingDays } from '#domain/limit';
import type { ActionName } from '#domain/workflow/action';
import type { ActionRule, Level } from '#domain/workflow/definition';

export const text = (zh: string, en: string) => ({ 'zh-CN': zh, en });
/** Actions that lead on, and those after which the step goes on waiting. */
export const rules = (next: Partial<Record<ActionName, string>>, stay: readonly ActionName[]): ActionRule[] => [
  ...Object.entries(next).map(([action, target]) => ({ action: action as ActionName, next: target })),
  ...stay.map((action) => ({ action })),
];

export const desk = { kind: 'handler', department: 'customer-centre' } as const;
export const deskHead = { kind: 'head', department: 'customer-centre' } as const;
export const dutyManager = { kind: 'onDuty', roster: 'duty-manager' } as const;
export const quality = { kind: 'companyPost', post: 'quality' } as const;

/** Out of hours the duty manager is told beside the director. */
export const director: Level = {
  to: [{ kind: 'siteDirector' }],
  outside: [{ kind: 'siteDirector' }, dutyManager],
  within: 'acknowledge',
};
export const eachWorkingDay = { after: workingDayAt(1, '09:00'), times: 5 };
/** The desk, its head, the director, the quality department: where a complaint is nobody's yet. */
export const deskLadder: Level[] = [
  { to: [desk], within: 'acknowledge' },
  { to: [deskHead], within: 'acknowledge' },
  director,
  { to: [quality], reminders: eachWorkingDay },
];

/** Department head, site director, company: each with the acknowledge limit again. */
export const superiors: Level[] = [
  { to: [{ kind: 'head', department: 'item' }], within: 'acknowledge' },
  director,
  { to: [quality, { kind: 'companyPost', post: 'general-manager' }], reminders: eachWorkingDay },
];

/** How long the resident may be silent; whoever asks for the verdict is reminded each working day meanwhile. */
export const untilSilent = { within: workingDays(3), reminders: { after: workingDayAt(1, '09:00'), times: 2 } };
export const askedForVerdict = rules({ verdict: 'is-satisfied' }, ['noAnswer', 'promise']);
