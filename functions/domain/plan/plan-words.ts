import { goesByDates, type MaintenancePlan } from '../maintenance-plan.ts';
import type { LeftOut } from '../recurrence/occurrences.ts';
import { dateWords, recurrenceWords } from '../recurrence/recurrence-words.ts';
import type { Language, Text } from '../text.ts';
import type { Absorbed } from './absorption.ts';
import type { PlanShift } from './compiled-plan.ts';

/** Names of plans by id; one that is not there is named by its id. */
export type PlanNames = ReadonlyMap<string, Text>;

const nameOf = (names: PlanNames, id: string, language: Language): string => names.get(id)?.[language] ?? id;
const dated = (date: string, zh: boolean): string => dateWords(date, zh).trim();

/** What a plan does, as a manager would say it, a sentence each: when, for what, how far ahead, what it includes. */
export function planWords(plan: MaintenancePlan, names: PlanNames, language: Language): string[] {
  const zh = language === 'zh-CN';
  const { meter, leadDays, graceDays, absorbs, moves, status } = plan;
  const lines = goesByDates(plan) ? [recurrenceWords(plan.recurrence, language, plan.mode === 'floating')] : [];
  if (meter !== null) lines.push(meterWords(meter, plan.recurrence, zh));
  lines.push(ordersWords(plan, zh));
  if (leadDays > 0) lines.push(zh ? `提前 ${leadDays} 天开单` : `Opened ${days(leadDays)} ahead`);
  if (graceDays > 0) lines.push(zh ? `宽限 ${graceDays} 天，期内完成算按时` : `In time until ${days(graceDays)} after`);
  if (absorbs.length > 0) {
    const named = absorbs.map((id) => (zh ? `“${nameOf(names, id, language)}”` : `"${nameOf(names, id, language)}"`));
    lines.push(zh ? `包含当期的${named.join('、')}` : `Includes that period's ${named.join(', ')}`);
  }
  if (moves.length > 0)
    lines.push(
      zh
        ? `手动调整了 ${moves.length} 次日期`
        : `${moves.length === 1 ? '1 date' : `${moves.length} dates`} moved by hand`,
    );
  if (status === 'paused') lines.push(zh ? '已暂停，不开单' : 'Paused: opens no orders');
  if (status === 'ended') lines.push(zh ? '已结束，不再开单' : 'Ended: opens no more orders');
  return lines;
}

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);

function meterWords(
  { every, unit, alone }: NonNullable<MaintenancePlan['meter']>,
  { start, end }: MaintenancePlan['recurrence'],
  zh: boolean,
): string {
  if (!alone)
    return zh ? `或每用满 ${every} ${unit}，以先到者为准` : `Or every ${every} ${unit}, whichever comes first`;
  if (end === null)
    return zh
      ? `每用满 ${every} ${unit}，自${dateWords(start, zh)}起`
      : `Every ${every} ${unit}, from ${dated(start, zh)}`;
  if (zh) return `每用满 ${every} ${unit}，${dated(start, zh)}至${dateWords(end, zh)}`;
  return `Every ${every} ${unit}, from ${dated(start, zh)} to ${dated(end, zh)}`;
}

function ordersWords({ per, assets: { length } }: MaintenancePlan, zh: boolean): string {
  if (per === 'asset') {
    if (length === 1) return zh ? '一台设备，每次一张工单' : 'One asset, an order each time';
    return zh ? `${length} 台设备，每台一张工单` : `${length} assets, an order for each`;
  }
  if (length === 0) return zh ? '每次一张工单' : 'An order each time';
  const assets = length === 1 ? '1 asset' : `${length} assets`;
  return zh ? `${length} 台设备，整轮一张工单` : `${assets}, one order for the round`;
}

/** Why an occurrence is not simply where the rule puts it. */
export function shiftWords(shift: PlanShift, language: Language): string {
  const zh = language === 'zh-CN';
  switch (shift.kind) {
    case 'missingDay':
      return zh ? '当月没有该日，取最后一个' : 'The month has no such day: the last there is';
    case 'nonWorkingDay':
      return zh
        ? `遇${dayOff(shift.text, language)}，改到工作日`
        : `Moved to a working day: ${dayOff(shift.text, language)}`;
    case 'gap':
      return zh
        ? `当天夏令时拨快，没有 ${shift.wanted}，取其后最早的时间`
        : `The clocks go forward over ${shift.wanted}: the first time after it`;
    case 'dragged':
      return zh ? `由 ${dated(shift.from, zh)}手动调整` : `Moved by hand from ${dated(shift.from, zh)}`;
  }
}

const dayOff = (text: Text | null, language: Language): string =>
  text?.[language] ?? (language === 'zh-CN' ? '休息日' : 'a day off');

/** Why nothing happens on a planned date. */
export function leftOutWords({ because, text }: LeftOut, language: Language): string {
  const off = dayOff(text, language);
  const zh = language === 'zh-CN';
  if (because === 'nonWorkingDay') return zh ? `遇${off}，取消` : `Left out: ${off}`;
  return zh ? `遇${off}，与另一次合在同一工作日` : `Left out: ${off}; another has the working day it would move to`;
}

export function absorbedWords({ by, on }: Absorbed, names: PlanNames, language: Language): string {
  const name = nameOf(names, by, language);
  return language === 'zh-CN' ? `并入${dateWords(on, true)}的“${name}”` : `Part of "${name}" on ${dated(on, false)}`;
}

/** `behind`: the occurrence whose order was still open. */
export function missedWords(behind: string, language: Language): string {
  const isDate = /^\d{4}-\d\d-\d\d$/.test(behind);
  if (language === 'zh-CN')
    return isDate ? `${dated(behind, true)}的工单尚未完成，未再开单` : '上一张工单尚未完成，未再开单';
  return isDate
    ? `Not opened: the order of ${dated(behind, false)} was still open`
    : 'Not opened: the order before was still open';
}

/** Where a floating plan stands against the dates of its rule. */
export function driftWords(drift: number, language: Language): string {
  const zh = language === 'zh-CN';
  if (drift === 0) return zh ? '与固定周期一致' : 'On the rhythm of the rule';
  const count = Math.abs(drift);
  if (zh) return drift > 0 ? `比固定周期晚 ${count} 天` : `比固定周期早 ${count} 天`;
  return `${days(count)} ${drift > 0 ? 'behind' : 'ahead of'} the rhythm of the rule`;
}
