import { dueOn, isLate } from '#domain/improvement/course';
import { compare } from '#domain/improvement/figures';
import type { Improvement } from '#domain/improvement/improvement';
import type { ImprovementDetail, ImprovementRow } from '#http/schemas/improvement';
import { wireInstant } from '#http/schemas/wire';
import type { PartNames } from './part-names.ts';

/** What a list or page is shown with. */
export interface Showing {
  /** Local date of the site. */
  today: string;
  partName: PartNames;
}

export function improvementRow(improvement: Improvement, { today, partName }: Showing): ImprovementRow {
  const { company: _, earlier: __, opened, closed, ...rest } = improvement;
  const { by } = improvement.ref;
  return {
    ...rest,
    part: by && partName(by),
    due: dueOn(improvement),
    late: isLate(improvement, today),
    opened: { ...opened, at: wireInstant(opened.at) },
    closed: closed && { ...closed, at: wireInstant(closed.at) },
  };
}

export const improvementDetail = (
  improvement: Improvement,
  showing: Showing,
  may: ImprovementDetail['may'],
): ImprovementDetail => {
  const { ref, before, after, earlier } = improvement;
  return {
    ...improvementRow(improvement, showing),
    ...{ earlier, may, compared: after && compare(ref.measure, before, after) },
  };
};
