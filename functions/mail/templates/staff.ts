import type { DueFor } from '#domain/due-kind';
import type { ClockName } from '#domain/item';
import type { Language } from '#domain/text';
import type { ItemKind } from '#domain/workflow/definition';
import { ordersEn } from './orders-en.ts';
import { ordersZh } from './orders-zh.ts';
import { staffEn } from './staff-en.ts';
import { staffZh } from './staff-zh.ts';
import { visitsEn } from './visits-en.ts';
import { visitsZh } from './visits-zh.ts';

/** The system's own sentences of staff mails, in one language: Liquid over `StaffModel`. Nobody rewords these. */
export interface StaffSentences {
  /** "Water leak · urgent · acknowledge by Fri 04:00" */
  summary: string;
  /** Which level this is and why you. */
  why: string;
  /** What happens next and to whom. */
  next: string;
  dueFor: Record<DueFor, { verb: string; noun: string; label: string }>;
  clocks: Record<ClockName, string>;
  /** Between names and between actions. */
  comma: string;
}

/** What they may name. Every key is always there: an unknown variable is an error. */
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
    points: string | null;
    deadline: string | null;
    clock: string | null;
  };
  due: { for: string; verb: string; noun: string; when: string; overdue: boolean } | null;
  next: string | null;
  order: {
    facility: string | null;
    plan: string | null;
    day: string | null;
    from: string | null;
    missed: string | null;
  } | null;
}

const complaints: Record<Language, StaffSentences> = { 'zh-CN': staffZh, en: staffEn };
const orders: Record<Language, StaffSentences> = { 'zh-CN': ordersZh, en: ordersEn };
const visits: Record<Language, StaffSentences> = { 'zh-CN': visitsZh, en: visitsEn };
const byKind: Record<ItemKind, Record<Language, StaffSentences>> = {
  complaint: complaints,
  workOrder: orders,
  visit: visits,
};
export const staffSentences = (kind: ItemKind, language: Language): StaffSentences => byKind[kind][language];
