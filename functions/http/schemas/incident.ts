import { z } from 'zod';
import { RawAnswers } from '#domain/forms/answers';
import { FormField } from '#domain/forms/forms';
import { Slug } from '#domain/organisation';
import { Language } from '#domain/text';
import { parseIso } from '#domain/time';
import { ComplaintSummary } from './complaint.ts';
import { PageQuery, WireInstant } from './wire.ts';

const ComplaintId = z.string().min(1).max(60);
const Several = z.array(ComplaintId).min(1).max(50);

export const IncidentQuery = PageQuery.extend({ site: Slug, list: z.enum(['open', 'all']).default('open') });

export const IncidentView = z.object({
  id: z.string(),
  number: z.string(),
  site: Slug,
  title: z.string(),
  createdAt: WireInstant,
  createdBy: Slug,
  members: z.number(),
  closedAt: WireInstant.nullable(),
});
export type IncidentView = z.infer<typeof IncidentView>;
/** `times`: sensible next replies at its site, now. */
export const IncidentDetail = IncidentView.extend({ times: z.array(WireInstant) });
export type IncidentDetail = z.infer<typeof IncidentDetail>;

/**
 * Complaints about one cause. Without `incident` they are linked to the one that some of them belong to, else to a new
 * one, which needs a title.
 */
export const SameCause = z
  .object({
    incident: z.string().max(60).optional(),
    title: z.string().trim().min(1).max(120).optional(),
    complaints: Several,
  })
  .refine(({ incident, complaints }) => incident !== undefined || complaints.length > 1, {
    path: ['complaints'],
    message: 'two_complaints',
  });
export type SameCause = z.infer<typeof SameCause>;

/** One complaint of an incident: how it stands, and how its resident would read a text. */
export const IncidentMemberView = z.object({
  complaint: ComplaintSummary,
  language: Language,
  /** How the resident is told; 'none': nobody can be. */
  via: z.enum(['mail', 'call', 'none']),
  /** In the resident's language. */
  values: z.object({ name: z.string(), unit: z.string(), number: z.string(), category: z.string() }),
  /** What the caller may do with it together with others, now. */
  actions: z.array(z.enum(['reply', 'resolve'])),
  /** What the form it was filed with asks for with each. */
  forms: z.object({ reply: z.array(FormField), resolve: z.array(FormField) }),
  linkedAt: WireInstant,
  linkedBy: Slug,
});
export type IncidentMemberView = z.infer<typeof IncidentMemberView>;

const text = z.string().trim().max(1500).optional();
const Texts = z.object({ 'zh-CN': text, en: text });
const Sent = z.iso.datetime({ offset: true }).transform(parseIso);

/** Answers to the form that all of the complaints were filed with; each is judged by its own. */
const fields = RawAnswers.optional();
/** One text a language for several residents; each hears it filled in. The same key never acts twice on one complaint. */
export const GroupReply = z.object({ complaints: Several, texts: Texts, nextReplyAt: Sent.optional(), fields });
export const GroupResolve = z.object({
  complaints: Several,
  texts: Texts,
  done: z.string().trim().min(1).max(2000),
  fields,
});

/** `message` says why not, in the caller's language. */
export const GroupOutcome = z.object({
  incident: IncidentView,
  results: z.array(
    z.object({ complaint: z.string(), outcome: z.enum(['done', 'refused']), message: z.string().nullable() }),
  ),
});
export type GroupOutcome = z.infer<typeof GroupOutcome>;

export const Unlink = z.object({ complaint: ComplaintId });
