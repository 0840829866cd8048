import type absences from '../features/absences/words.zh-CN.json';
import type archive from '../features/archive/words.zh-CN.json';
import type assets from '../features/assets/words.zh-CN.json';
import type audit from '../features/audit/words.zh-CN.json';
import type backtest from '../features/backtest/words.zh-CN.json';
import type calendars from '../features/calendars/words.zh-CN.json';
import type care from '../features/care/words.zh-CN.json';
import type condition from '../features/condition/words.zh-CN.json';
import type coverage from '../features/coverage/words.zh-CN.json';
import type deliveries from '../features/deliveries/words.zh-CN.json';
import type document from '../features/document/words.zh-CN.json';
import type exchange from '../features/exchange/words.zh-CN.json';
import type forms from '../features/forms/words.zh-CN.json';
import type gallery from '../features/gallery/words.zh-CN.json';
import type households from '../features/households/words.zh-CN.json';
import type impact from '../features/impact/words.zh-CN.json';
import type importing from '../features/import/words.zh-CN.json';
import type improvements from '../features/improvements/words.zh-CN.json';
import type incidents from '../features/incidents/words.zh-CN.json';
import type intake from '../features/intake/words.zh-CN.json';
import type ladder from '../features/ladder/words.zh-CN.json';
import type learned from '../features/learned/words.zh-CN.json';
import type leaver from '../features/leaver/words.zh-CN.json';
import type maintenance from '../features/maintenance/words.zh-CN.json';
import type notice from '../features/notice/words.zh-CN.json';
import type orders from '../features/orders/words.zh-CN.json';
import type organisation from '../features/organisation/words.zh-CN.json';
import type overrides from '../features/overrides/words.zh-CN.json';
import type overview from '../features/overview/words.zh-CN.json';
import type patrols from '../features/patrols/words.zh-CN.json';
import type plans from '../features/plans/words.zh-CN.json';
import type rosters from '../features/rosters/words.zh-CN.json';
import type routing from '../features/routing/words.zh-CN.json';
import type sharing from '../features/sharing/words.zh-CN.json';
import type simulate from '../features/simulate/words.zh-CN.json';
import type staff from '../features/staff/words.zh-CN.json';
import type templates from '../features/templates/words.zh-CN.json';
import type visits from '../features/visits/words.zh-CN.json';
import type workflows from '../features/workflows/words.zh-CN.json';
import type core from './zh-CN.json';

/** Keys of the features whose words come with their pages: each file pair is named here and nowhere else. */
type FeatureKey =
  | keyof typeof absences
  | keyof typeof archive
  | keyof typeof assets
  | keyof typeof audit
  | keyof typeof backtest
  | keyof typeof calendars
  | keyof typeof care
  | keyof typeof condition
  | keyof typeof coverage
  | keyof typeof deliveries
  | keyof typeof document
  | keyof typeof exchange
  | keyof typeof forms
  | keyof typeof gallery
  | keyof typeof households
  | keyof typeof impact
  | keyof typeof importing
  | keyof typeof improvements
  | keyof typeof incidents
  | keyof typeof intake
  | keyof typeof ladder
  | keyof typeof learned
  | keyof typeof leaver
  | keyof typeof maintenance
  | keyof typeof notice
  | keyof typeof orders
  | keyof typeof organisation
  | keyof typeof overrides
  | keyof typeof overview
  | keyof typeof plans
  | keyof typeof patrols
  | keyof typeof rosters
  | keyof typeof routing
  | keyof typeof sharing
  | keyof typeof simulate
  | keyof typeof staff
  | keyof typeof templates
  | keyof typeof visits
  | keyof typeof workflows;

/** Every key there is; tsc refuses another one, a test refuses a missing or unused one. */
export type Key = Extract<keyof typeof core | FeatureKey, string>;
