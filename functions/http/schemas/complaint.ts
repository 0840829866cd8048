import { z } from 'zod';
import { RawAnswers } from '#domain/forms/answers';
import { FormField } from '#domain/forms/forms';
import { Phone } from '#domain/household';
import { Slug } from '#domain/organisation';
import { Severity } from '#domain/routing';
import { Language, Text } from '#domain/text';
import { type ActionName, actionNames } from '#domain/workflow/action';
import { ItemKind, Status } from '#domain/workflow/definition';
import { OrderDetail, OrderRow, OriginView } from './order.ts';
import { VisitDetail } from './visit.ts';
import { PageQuery, WireInstant } from './wire.ts';

const optionalText = (max: number) => z.string().trim().max(max).nullish();

/** Body of POST /api/complaints: the intake form (受理). Unit or place; caller may be unknown. */
export const NewComplaint = z
  .object({
    site: Slug,
    category: Slug,
    building: Slug.nullish(),
    unit: optionalText(40),
    place: optionalText(120),
    household: z.string().max(60).nullish(),
    description: z.string().trim().min(1).max(4000),
    since: optionalText(200),
    alreadySaid: optionalText(2000),
    wants: z.enum(['heard', 'respect', 'compensation', 'solution']).nullish(),
    channel: z.enum(['desk', 'phone', 'message', 'web', 'staff']).default('desk'),
    reporter: z
      .object({
        name: optionalText(80),
        phone: Phone.nullish(),
        email: z.email().nullish(),
        language: Language.optional(),
        preferredTime: optionalText(80),
      })
      .default({}),
    photos: z.array(z.string().max(60)).max(10).default([]),
    /** Answers to the category's form, by field; of a checklist the ticked points, of a photo its id among `photos`. */
    fields: RawAnswers.default({}),
    /** true (default): the clerk heard enough, the complaint is real and ours. false: to be verified first. */
    verified: z.boolean().default(true),
    /** An open older one with the same cause: join it, or file anew anyway. Left out: the answer 409 lists them. */
    similar: z.union([z.literal('new'), z.object({ join: z.string().max(60) })]).optional(),
  })
  .refine((c) => c.unit || c.place, { path: ['unit'], message: 'unit_or_place' });
export type NewComplaint = z.infer<typeof NewComplaint>;

export const FiledComplaint = z.object({
  id: z.string(),
  number: z.string(),
  joined: z.boolean(),
  repeatOf: z.string().nullable(),
});

export const ComplaintSummary = z.object({
  id: z.string(),
  kind: ItemKind,
  number: z.string(),
  site: Slug,
  building: Slug.nullable(),
  unit: z.string().nullable(),
  place: z.string().nullable(),
  category: Slug,
  department: Slug,
  severity: Severity,
  major: z.boolean(),
  status: Status,
  step: z.string(),
  level: z.number(),
  owner: Slug.nullable(),
  createdAt: WireInstant,
  updatedAt: WireInstant,
  endedAt: WireInstant.nullable(),
  due: WireInstant.nullable(),
  overdue: z.boolean(),
  missed: z.array(z.enum(['reply', 'resolve'])),
  repeatOf: z.string().nullable(),
  /** Promised replies that came in time, and those that did not. */
  promises: z.object({ kept: z.number(), broken: z.number() }),
  /** Null: it is no work order. */
  order: OrderRow.nullable(),
  /** Of a visit only: who makes it, when at the earliest, and what it asks about. */
  visit: z.object({ visitor: Slug, at: WireInstant, about: Text.nullable() }).optional(),
});
export type ComplaintSummary = z.infer<typeof ComplaintSummary>;

/** `promised`: replies promised for today and not given yet; `reopened`: in this week, ended ones too. By the site's own calendar day and week. */
export const ComplaintQuery = PageQuery.extend({
  site: Slug,
  list: z.enum(['all', 'open', 'overdue', 'promised', 'reopened']).default('open'),
  status: Status.optional(),
  severity: Severity.optional(),
  category: Slug.optional(),
});

/** Open ones with the same cause, before filing. `unit` stands over `place`. */
export const SimilarQuery = PageQuery.extend({
  site: Slug,
  building: Slug.optional(),
  unit: z.string().trim().max(40).optional(),
  place: z.string().trim().max(120).optional(),
  category: Slug,
});

/** A running or finished deadline; `what` 'acknowledge' is the level's own, 'wait' a wait step's, 'call' a call-the-resident task's. */
export const ClockView = z.object({
  what: z.enum(['acknowledge', 'reply', 'resolve', 'wait', 'pause', 'call']),
  call: z.string().nullable(),
  startedAt: WireInstant,
  deadline: WireInstant,
  promised: z.boolean(),
  state: z.enum(['running', 'paused', 'met', 'missed']),
  metAt: WireInstant.nullable(),
  missedAt: WireInstant.nullable(),
});
export type ClockView = z.infer<typeof ClockView>;

const ActionNameSchema = z.enum(actionNames as [ActionName, ...ActionName[]]);

/** What the caller may do now. `people`: choices of a hand-over (by name); `departments`: of bring in; `times`: sensible promise times; `until`: pause cap. */
export const OfferedAction = z.object({
  action: ActionNameSchema,
  people: z.array(z.object({ id: Slug, name: z.string(), post: z.string().nullable() })).optional(),
  departments: z.array(z.object({ id: Slug, name: z.string() })).optional(),
  times: z.array(WireInstant).optional(),
  cap: WireInstant.optional(),
  calls: z.array(z.object({ id: z.string(), template: z.string(), due: WireInstant })).optional(),
  /** Of the form it was filed with, beside the action's own. */
  fields: z.array(FormField).optional(),
  /** What the questionnaire of a visit asks, and the reasons there are for a low score. */
  asks: z
    .object({ onTime: z.boolean(), held: z.boolean(), reasons: z.array(z.object({ id: Slug, name: z.string() })) })
    .optional(),
  /** What may still be given to put things right, in yuan, and the gestures there are. */
  recovery: z.object({ left: z.number(), gestures: z.array(z.object({ id: Slug, name: z.string() })) }).optional(),
});
export type OfferedAction = z.infer<typeof OfferedAction>;

export const ComplaintDetail = ComplaintSummary.extend({
  workflow: z.object({ id: Slug, version: z.number() }),
  description: z.string(),
  since: z.string().nullable(),
  alreadySaid: z.string().nullable(),
  wants: z.string().nullable(),
  channel: z.string(),
  takenBy: Slug.nullable(),
  /** Without phone and e-mail for viewers. */
  reporter: z.object({
    household: z.string().nullable(),
    name: z.string().nullable(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    language: Language,
    preferredTime: z.string().nullable(),
  }),
  photos: z.array(z.string()),
  /** What forms asked for, as last answered, in words. */
  answers: z.array(z.object({ field: z.string(), label: Text, shown: Text })),
  asked: z.array(
    z.object({ person: Slug, level: z.number(), at: WireInstant, reached: z.boolean(), confirmed: z.boolean() }),
  ),
  askLevel: z.number().nullable(),
  clocks: z.array(ClockView),
  verdict: z
    .object({
      verdict: z.enum(['solved', 'partly', 'notSolved']),
      score: z.number().nullable(),
      opinion: z.string().nullable(),
    })
    .nullable(),
  reopened: z.number(),
  attempts: z.number(),
  version: z.number(),
  actions: z.array(OfferedAction),
  /** Complaints about the same cause are linked to it. */
  incident: z.object({ id: z.string(), number: z.string(), title: z.string() }).nullable(),
  /** Earlier complaints of the same household, newest first. */
  earlier: z.array(
    z.object({ id: z.string(), number: z.string(), category: Slug, status: Status, createdAt: WireInstant }),
  ),
  /** All of a work order; null: it is none. */
  orderDetail: OrderDetail.nullable(),
  /** All of a visit; null: it is none. */
  visitDetail: VisitDetail.nullable(),
  /** The item that opened this one. */
  origin: OriginView.nullable(),
});
export type ComplaintDetail = z.infer<typeof ComplaintDetail>;

/** A timeline entry as stored, instants in ISO; the screen makes the words from `type` and `data`. */
export const TimelineRow = z.object({
  seq: z.number(),
  at: WireInstant,
  by: z.string(),
  step: z.string(),
  level: z.number(),
  type: z.string(),
  data: z.record(z.string(), z.unknown()),
});
export type TimelineRow = z.infer<typeof TimelineRow>;

/** Answer of GET /api/complaints/:id/why?clock=...: how the deadline came about. */
export const Why = z.object({
  what: z.string(),
  limit: z.unknown(),
  start: WireInstant,
  deadline: WireInstant,
  /** 'calendar@version', null for the wall clock. */
  calendar: z.string().nullable(),
  rule: z.object({ workflow: z.string(), version: z.number(), severity: Severity }),
  counted: z.array(z.object({ from: WireInstant, to: WireInstant })),
  skipped: z.array(
    z.object({ date: z.string(), reason: z.enum(['weekend', 'exception']), text: z.string().nullable() }),
  ),
  opened: z.array(z.object({ date: z.string(), text: z.string().nullable() })),
  pauses: z.array(z.object({ from: WireInstant, to: WireInstant })),
  /** Of a work order: the end of its plan's grace, where that is later than the limit. */
  planUntil: WireInstant.nullable(),
  promised: z.boolean(),
  beyondHorizon: z.boolean(),
});
export type Why = z.infer<typeof Why>;

export const WhyQuery = z.object({ clock: z.enum(['acknowledge', 'reply', 'resolve', 'wait']) });

export const NewPhoto = z.object({ returnTo: z.string().max(500).nullish() });
export const PhotoForm = z.object({ photo: z.string(), url: z.string(), fields: z.record(z.string(), z.string()) });
/** A photo whose content was checked and whose location metadata is gone; `type` is its media type. */
export const KeptPhoto = z.object({ photo: z.string(), type: z.string() });
/** Short-lived address. */
export const PhotoView = z.object({ url: z.string() });
