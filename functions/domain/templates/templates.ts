import { z } from 'zod';
import { Text } from '../text.ts';
import { TemplateId } from '../workflow/definition.ts';

const words = (max: number) => z.object({ 'zh-CN': z.string().max(max), en: z.string().max(max) });
/** Liquid in both languages; may be empty where a place may stay empty. */
export type Words = z.infer<ReturnType<typeof words>>;
const Line = words(300);
const Needed = z.object({ 'zh-CN': z.string().trim().min(1).max(300), en: z.string().trim().min(1).max(300) });
const Paragraph = words(2000);

/** A notice to a resident; what staff wrote for the resident stands between `before` and `after`. */
export const Notice = z.object({
  id: TemplateId,
  name: Text,
  subject: Needed,
  headline: Needed,
  before: Paragraph,
  after: Paragraph,
  /** Of the button to the page of the receipt. */
  button: Needed,
  /** Over what staff wrote. */
  toldLabel: Line,
});
export type Notice = z.infer<typeof Notice>;

/** A mail to staff: why it came, what is next and what may be done are the system's own sentences. */
export const StaffMail = z.object({
  id: TemplateId,
  name: Text,
  subject: Needed,
  headline: Needed,
  /** First paragraph; often empty. */
  intro: Paragraph,
});
export type StaffMail = z.infer<typeof StaffMail>;

/** What all mails share, by name. A footer's lines are lines of the text. */
export const commonNames = [
  'greeting',
  'residentFooter',
  'labelNumber',
  'labelCaretaker',
  'staffFooter',
  'labelWhere',
  'labelWhy',
  'labelNext',
  'labelMay',
  'labelSince',
  'labelFiled',
  'labelComplaint',
  'labelSoFar',
  'labelTell',
  'buttonAct',
  'buttonCall',
  'buttonShow',
  'buttonEnded',
  'labelFacility',
  'labelPlan',
  'labelOrigin',
  'labelRework',
  'labelChecklist',
  'labelOpened',
  'buttonShowOrder',
] as const;
export type CommonName = (typeof commonNames)[number];
const Common = z.object({ id: z.enum(commonNames), words: Needed });

/** Of a whole document, so that it is a row of the database however it is written. */
const MOST_CHARACTERS = 90_000;
/** What goes out to people, by template id. What a document does not name is said in the built-in words. */
export const Templates = z
  .object({
    notices: z.array(Notice).max(60),
    staff: z.array(StaffMail).max(60),
    common: z.array(Common).max(commonNames.length),
  })
  .refine((body) => JSON.stringify(body).length <= MOST_CHARACTERS, { message: 'too_much_text' });
export type Templates = z.infer<typeof Templates>;
