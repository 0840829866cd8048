import type { LiquidProblem } from './templates/liquid.ts';
import type { Text } from './text.ts';

/** Something a document names that is not there, or that contradicts itself. */
export interface DocumentProblem {
  path: (string | number)[];
  code:
    | 'unknown_person'
    | 'unknown_site'
    | 'unknown_building'
    | 'unknown_area'
    | 'unknown_calendar'
    | 'unknown_department'
    | 'unknown_workflow'
    | 'unknown_field'
    | 'unknown_zone'
    | 'already_used'
    | 'no_admin'
    | 'contractor_post'
    | 'contractor_deputy'
    | 'no_firm'
    | 'deputy_loop'
    | 'already_away'
    | 'department_in_use'
    | 'ends_before_it_starts'
    | 'calendar_never_opens'
    | 'unknown_category'
    | 'unknown_checklist'
    | 'unknown_questionnaire'
    | 'nobody_visits'
    | 'unknown_care_kind'
    | 'nothing_done'
    | 'below_case'
    | 'nothing_allowed'
    | 'other_type'
    | 'number_range'
    | 'goal_out_of_range'
    | 'unknown_asset'
    | 'unknown_plan'
    | 'absorption_loop'
    | 'absorbs_without_dates'
    | 'absorbs_elsewhere'
    | 'no_assets'
    | 'meter_of_a_round'
    | 'asset_without_meter'
    | 'other_unit'
    | 'never_comes'
    | 'lead_too_long'
    | 'too_long_a_checklist'
    | 'never_planned'
    | 'lands_on_another'
    | 'not_for_a_patrol'
    | 'point_without_label'
    | 'past_the_night'
    | 'unknown_kind'
    | 'nobody_meant'
    | LiquidProblem['code'];
  /** The id or words the problem is about. */
  value?: string | Text;
  /** Where in a text; both from 1. */
  at?: { line: number; column: number };
}

/** Entries whose key stands there before, in the order of the list; `path` leads to the key's field. */
export const repeated = <T>(
  list: readonly T[],
  keyOf: (entry: T) => string,
  path: (index: number) => (string | number)[],
): DocumentProblem[] => {
  const seen = new Set<string>();
  return list.flatMap((entry, index) => {
    const key = keyOf(entry);
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [{ path: path(index), code: 'already_used', value: key }];
  });
};
