import { z } from 'zod';

/** The two languages of the product; the default is Simplified Chinese. */
export const languages = ['zh-CN', 'en'] as const;
export const Language = z.enum(languages);
export type Language = z.infer<typeof Language>;

/** Words a manager wrote, in both languages: `text[language]`. */
export const Text = z.object({ 'zh-CN': z.string().min(1).max(500), en: z.string().min(1).max(500) });
export type Text = z.infer<typeof Text>;
