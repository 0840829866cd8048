import { z } from 'zod';
import type { PersonId } from '../item.ts';
import { Slug } from '../organisation.ts';
import type { Instant } from '../time.ts';

/** 停水, 停电, 电梯维保, 装修噪音, 台风, 高温, 节日, 其他 */
export const eventKinds = [
  'waterCut',
  'powerCut',
  'liftStop',
  'renovation',
  'typhoon',
  'heat',
  'festival',
  'other',
] as const;
export const EventKind = z.enum(eventKinds);
export type EventKind = z.infer<typeof EventKind>;

const Words = z.string().trim().max(500);
export const EventFacts = z
  .object({
    site: Slug,
    kind: EventKind,
    /** Empty: the whole site. */
    buildings: z.array(Slug).max(200),
    from: z.number(),
    to: z.number(),
    /** What residents are told besides when and where; an empty language reads the other. */
    words: z.object({ 'zh-CN': Words, en: Words }),
  })
  .refine(({ from, to }) => from < to, { path: ['to'], message: 'ends_before_it_starts' });
export type EventFacts = z.infer<typeof EventFacts>;

/** 计划事件 over buildings and hours. */
export interface PlannedEvent extends EventFacts {
  id: string;
  company: string;
  /** From 1. */
  version: number;
  createdBy: PersonId;
  createdAt: Instant;
  announcedAt: Instant | null;
  cancelledAt: Instant | null;
  /** How often its hours or buildings were changed; visits opened before the last time are for what it was then. */
  retimed?: number;
  /** Who changed or cancelled it last; rows stored before there were any lack both. */
  changedBy?: PersonId;
}

export const concerns = ({ buildings }: Pick<EventFacts, 'buildings'>, building: string): boolean =>
  buildings.length === 0 || buildings.includes(building);
