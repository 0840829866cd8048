import { z } from 'zod';
import { EventKind } from '#domain/care/event';
import { CareFacts, consentWays } from '#domain/care/flag';
import { contactWays, lookReasons } from '#domain/care/look';
import { callReasons } from '#domain/care/reach';
import { CareKind, CareRules } from '#domain/care/rules';
import { HouseholdMember } from '#domain/household';
import { Slug } from '#domain/organisation';
import { Language, Text } from '#domain/text';
import { ComplaintSummary } from './complaint.ts';
import { PageQuery, pageOf, WireInstant } from './wire.ts';

export const HouseholdPath = z.object({ id: z.string().min(1).max(60) });
export const FlagPath = HouseholdPath.extend({ flag: z.string().min(1).max(60) });

const flagged = { id: z.string(), household: z.string() };
const Given = z.object({ by: z.string().trim().min(1).max(80), on: z.iso.date(), how: z.enum(consentWays) });

export const CareFlagView = z.discriminatedUnion('shown', [
  CareFacts.extend({
    shown: z.literal('whole'),
    ...flagged,
    consent: Given,
    version: z.number(),
    changedBy: Slug,
    changedAt: WireInstant,
    reviewedAt: WireInstant.nullable(),
    /** Its review, or its end, has come. */
    reviewDue: z.boolean(),
  }),
  /** Sensitive, and the reader may open it; who does is kept. */
  z.object({ shown: z.literal('folded'), ...flagged, reviewDue: z.boolean() }),
  /** Sensitive, and not for this reader. */
  z.object({ shown: z.literal('masked'), ...flagged }),
]);
export type CareFlagView = z.infer<typeof CareFlagView>;

export const ContactView = z.object({ at: WireInstant, by: Slug, how: z.enum(contactWays) });
export const CareKindView = CareKind;

export const HouseholdCare = z.object({
  household: z.string(),
  flags: z.array(CareFlagView),
  /** As they hold at the site, those out of use as well. */
  kinds: z.array(CareKindView),
  contact: ContactView.nullable(),
  editable: z.boolean(),
  /** Whether the reader may see who looked. */
  looks: z.boolean(),
});
export type HouseholdCare = z.infer<typeof HouseholdCare>;

/** What it is an occasion of is said by its kind. */
export const NewCareFlag = CareFacts.omit({ occasion: true }).extend({
  member: CareFacts.shape.member.default(null),
  note: CareFacts.shape.note.default(''),
  visibleTo: CareFacts.shape.visibleTo.default([]),
  to: CareFacts.shape.to.default(null),
  day: CareFacts.shape.day.default(null),
  consent: Given,
});
export type NewCareFlag = z.infer<typeof NewCareFlag>;
/** Everything as it is to be; `expected` is the version that was edited. */
export const ChangedCareFlag = NewCareFlag.extend({ expected: z.int().min(1) });
export type ChangedCareFlag = z.infer<typeof ChangedCareFlag>;
/** Looked at again and still right. */
export const ReviewedCareFlag = z.object({ expected: z.int().min(1), reviewBy: z.iso.date() });
/** `withdrawn`: consent was; `over`: it is not so any more. */
export const EndedCareFlag = z.object({ why: z.enum(['withdrawn', 'over']) });
export const NewContact = z.object({ how: z.enum(contactWays) });

export const CareLookView = z.object({
  ...{ id: z.string(), at: WireInstant, by: Slug, building: Slug, unit: z.string(), household: z.string() },
  ...{ flag: z.string(), reason: z.enum(lookReasons), client: z.string().nullable() },
});
export type CareLookView = z.infer<typeof CareLookView>;
export const LooksQuery = PageQuery.extend({ site: Slug });

/** What whoever works on an item may know of the household: the rules' words, and flags. */
export const ItemCare = z.object({
  hints: z.array(Text),
  flags: z.array(CareFlagView),
  kinds: z.array(CareKindView),
});
export type ItemCare = z.infer<typeof ItemCare>;

/** One building: a steward's own, or any of a site for those who may. */
export const CareHomeQuery = z.object({ site: Slug, building: Slug });
const place = { household: z.string(), building: Slug, unit: z.string() };
const calledHousehold = {
  ...{ ...place, why: z.enum(callReasons) },
  members: z.array(z.object({ name: z.string(), phone: z.string().nullable(), language: Language })),
};
export const CareHome = z.object({
  /** Households still to be told of an announced event before it begins, the first event first. */
  calls: z.array(
    z.object({ ...calledHousehold, event: z.object({ id: z.string(), kind: EventKind, from: WireInstant }) }),
  ),
  reviews: z.array(z.object({ ...place, flag: z.string(), date: z.iso.date(), due: z.boolean() })),
  /** Birthdays and the like of the next 30 days. */
  days: z.array(z.object({ ...place, flag: z.string(), date: z.iso.date(), kind: Slug })),
  promises: z.array(ComplaintSummary),
  /** There is more than is shown. */
  more: z.boolean(),
  kinds: z.array(CareKindView),
  silentMonths: z.number(),
});
export type CareHome = z.infer<typeof CareHome>;

/** `silent`: only those nobody has spoken to for as long as the care rules say. */
export const CareHouseholdQuery = CareHomeQuery.extend({
  ...PageQuery.shape,
  silent: z.enum(['true', 'false']).default('false'),
});
export const CareHouseholdRow = z.object({
  ...{ id: z.string(), unit: z.string(), building: Slug, names: z.array(z.string()) },
  /** In force: those of which the reader may know that they are there. */
  flags: z.number(),
  contact: ContactView.nullable(),
  /** Of the latest complaint. */
  complainedAt: WireInstant.nullable(),
  silent: z.boolean(),
});
export type CareHouseholdRow = z.infer<typeof CareHouseholdRow>;
export const CareHouseholdPage = pageOf(CareHouseholdRow);

export const EventPath = z.object({ id: z.string().min(1).max(60) });
const eventShape = {
  kind: EventKind,
  /** Empty: the whole site. */
  buildings: z.array(Slug).max(200).default([]),
  from: z.iso.datetime({ offset: true }),
  to: z.iso.datetime({ offset: true }),
  words: z
    .object({ 'zh-CN': z.string().trim().max(500).default(''), en: z.string().trim().max(500).default('') })
    .default({ 'zh-CN': '', en: '' }),
};
export const NewEvent = z.object({ site: Slug, ...eventShape });
export type NewEvent = z.infer<typeof NewEvent>;
export const ChangedEvent = z.object({ expected: z.int().min(1), ...eventShape });
export type ChangedEvent = z.infer<typeof ChangedEvent>;
export const EventStep = z.object({ expected: z.int().min(1) });

export const EventRow = z.object({
  ...{ id: z.string(), site: Slug, kind: EventKind, buildings: z.array(Slug), from: WireInstant, to: WireInstant },
  ...{ words: z.object({ 'zh-CN': z.string(), en: z.string() }), version: z.number(), createdBy: Slug },
  ...{ announcedAt: WireInstant.nullable(), cancelledAt: WireInstant.nullable() },
});
export type EventRow = z.infer<typeof EventRow>;
export const EventQuery = PageQuery.extend({ site: Slug, when: z.enum(['ahead', 'over']).default('ahead') });

const CareVisitView = z.object({
  ...{ household: z.string(), building: Slug, unit: z.string(), openAt: WireInstant, by: WireInstant },
  todo: z.array(Text),
});
/** Visits that care rules open: who they are to for those who may see it, for others how many. */
export const CareVisitsView = z.object({ count: z.number(), visits: z.array(CareVisitView), more: z.boolean() });
export const EventDetail = EventRow.extend({
  /** Of its announcement, or of its being cancelled. */
  mails: z.object({ sent: z.number(), waiting: z.number(), failed: z.number() }),
  care: CareVisitsView,
  editable: z.boolean(),
});
export type EventDetail = z.infer<typeof EventDetail>;

export const CallQuery = PageQuery.extend({ building: Slug });
/** A household that gets no mail, or whom none reached; `told` null: not yet. */
export const CallRow = z.object({ ...calledHousehold, told: ContactView.nullable() });
export type CallRow = z.infer<typeof CallRow>;
export const ToldPath = EventPath.extend({ household: z.string().min(1).max(60) });

/** What rules would open for an event that is only imagined; `rules` left out: those in force. */
export const TryCare = z.object({
  ...{ site: Slug, kind: EventKind, buildings: z.array(Slug).max(200).default([]) },
  from: z.iso.datetime({ offset: true }),
  rules: CareRules.optional(),
});

/** One of the household's members, by name. */
export const ResidentRequest = z.object({ member: z.string().trim().min(1).max(80) });
/** A copy of what is known of one resident, for them. */
export const ResidentExport = z.object({
  ...{ madeAt: WireInstant, site: Slug, building: Slug, unit: z.string(), member: HouseholdMember },
  care: z.array(
    CareFacts.pick({ occasion: true, kind: true, member: true, note: true, source: true, from: true, to: true }).extend(
      {
        ...{ day: CareFacts.shape.day, reviewBy: CareFacts.shape.reviewBy, consent: Given.nullable() },
      },
    ),
  ),
  looks: z.array(CareLookView),
  contact: ContactView.nullable(),
  complaints: z.array(
    z.object({
      ...{ number: z.string(), category: z.string(), status: z.string(), description: z.string() },
      reporter: z.object({
        ...{ household: z.string().nullable(), name: z.string().nullable(), phone: z.string().nullable() },
        ...{ email: z.string().nullable(), language: Language, preferredTime: z.string().nullable() },
      }),
      verdict: z
        .object({ verdict: z.string(), score: z.number().nullable(), opinion: z.string().nullable() })
        .nullable(),
      ...{ filedAt: WireInstant, endedAt: WireInstant.nullable() },
    }),
  ),
});
export type ResidentExport = z.infer<typeof ResidentExport>;

export const keptReasons = ['open', 'complaints', 'photos', 'looks', 'log', 'backups', 'mails'] as const;
export type KeptWhy = (typeof keptReasons)[number];
/** `open`: numbers of complaints that are still worked on; until they end the file stays as well. */
export const Erased = z.object({
  ...{ flags: z.number(), complaints: z.number(), file: z.boolean(), open: z.array(z.string()) },
  kept: z.array(z.enum(keptReasons)),
});
export type Erased = z.infer<typeof Erased>;
