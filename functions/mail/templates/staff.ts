import type { DueFor } from '#domain/due-kind';
import type { ClockName } from '#domain/item';
import type { Language } from '#domain/text';
import { staffEn } from './staff-en.ts';
import { staffZh } from './staff-zh.ts';

/** The words of staff mails in one language: Liquid sources over `StaffModel`, and fixed labels. */
export interface StaffTemplates {
  subject: string;
  headline: string;
  /** Which level this is and why you. */
  why: string;
  /** What happens next and to whom. */
  next: string;
  call: string;
  dueFor: Record<DueFor, { verb: string; noun: string; label: string }>;
  clocks: Record<ClockName, string>;
  button: Record<'act' | 'call' | 'show' | 'ended', string>;
  labels: Record<'complaint' | 'where' | 'since' | 'filed' | 'why' | 'next' | 'soFar' | 'tell' | 'may', string>;
  /** Between names and between actions. */
  comma: string;
  footer: string[];
}

/** What the Liquid sources above may name. Every key is always there: an unknown variable is an error. */
export interface StaffModel {
  reason: string;
  number: string;
  category: string;
  severity: string;
  major: boolean;
  status: string;
  /** The status's id. */
  state: string;
  site: string;
  company: string;
  reader: string;
  level: { at: number; of: number; post: string | null } | null;
  because: {
    type: string;
    people: string | null;
    by: string | null;
    absent: string | null;
    words: string | null;
    deadline: string | null;
    clock: string | null;
  };
  due: { for: string; verb: string; noun: string; when: string; overdue: boolean } | null;
  next: string | null;
}

export const staffTemplates: Record<Language, StaffTemplates> = { 'zh-CN': staffZh, en: staffEn };
