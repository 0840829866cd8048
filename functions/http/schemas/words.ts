import { z } from 'zod';
import { FormField } from '#domain/forms/forms';
import { Language } from '#domain/text';
import { TemplateId } from '#domain/workflow/definition';

/** GET /api/sites/:site/forms: fields asked for at intake, by category. */
export const SiteForms = z.object({ intake: z.array(z.object({ id: z.string(), fields: z.array(FormField) })) });

/** Words as they are being edited, tried on a real complaint. */
export const PreviewMail = z.object({ complaint: z.string().min(1).max(60), template: TemplateId, body: z.unknown() });
export const TestMail = PreviewMail.extend({ language: Language });
export const MailPreviews = z.object({
  mails: z.array(z.object({ language: Language, subject: z.string(), text: z.string(), html: z.string() })),
});
export type MailPreviews = z.infer<typeof MailPreviews>;
export const TestSent = z.object({ to: z.string() });
