import type { Language } from '../text.ts';

/** A mail that belongs to no item, in words already; `quote` is what somebody wrote. Nobody's name in the subject. */
export interface NoticeView {
  language: Language;
  kicker: string;
  subject: string;
  headline: string;
  greeting: string | null;
  paragraphs: string[];
  quote: string | null;
  facts: { label: string; text: string }[];
  button: { label: string; link: string } | null;
  footer: string[];
}
