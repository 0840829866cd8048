import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { conditions } from '#domain/asset';
import { channels as auditChannels, auditedChanges } from '#domain/audit/link';
import { audiences, consentWays, occasions, sensitivities, sources } from '#domain/care/flag';
import { contactWays, lookReasons } from '#domain/care/look';
import { recoveryPosts } from '#domain/care/recovery';
import { coverageStates } from '#domain/coverage/gap';
import { channels, relations } from '#domain/household';
import { effects, improvementStates } from '#domain/improvement/improvement';
import { dimensions } from '#domain/learned/figure';
import { placeKinds } from '#domain/leaver/named-people';
import { impacts, photoWishes } from '#domain/maintenance';
import { originReasons } from '#domain/order';
import { roles } from '#domain/organisation';
import { operations } from '#domain/permission';
import { commonNames } from '#domain/templates/templates';
import { heldAnswers } from '#domain/visit';
import { visitChannels } from '#domain/visit-rules';
import { actionInputs } from '#domain/workflow/action';
import { itemKinds } from '#domain/workflow/definition';
import { keptReasons } from '#http/schemas/care';
import { ClockView, ComplaintQuery } from '#http/schemas/complaint';
import { subjectKinds } from '#http/schemas/document';
import { ImportedDocument } from '#http/schemas/exchange';
import { IncidentMemberView } from '#http/schemas/incident';
import { OrderQuery } from '#http/schemas/order';
import { figureNames } from '../../../admin/src/features/backtest/figure-rows.ts';
import { modes } from '../../../admin/src/features/condition/condition-edit.ts';
import { fieldNames } from '../../../admin/src/features/document/field-names.ts';
import { kinds } from '../../../admin/src/features/document/kinds.ts';
import { units } from '../../../admin/src/features/plans/edit.ts';
import { adviceCodes } from '../../../admin/src/features/workflows/advice.ts';
import { roots } from '../../../admin/src/features/workflows/arrows.ts';
import { flowFields } from '../../../admin/src/features/workflows/flow-fields.ts';
import { stepTypes } from '../../../admin/src/features/workflows/new-step.ts';

const files = readdirSync('admin/src', { recursive: true, encoding: 'utf8' });
/** Of one language: what is said everywhere, and the words of each feature. */
const bundles = (language: string): Record<string, string>[] =>
  files
    .filter((file) => file === `i18n/${language}.json` || file.endsWith(`/words.${language}.json`))
    .sort()
    .map((file) => JSON.parse(readFileSync(join('admin/src', file), 'utf8')));
const merged = (language: string): Record<string, string> => Object.assign({}, ...bundles(language));
const [zh, en] = [merged('zh-CN'), merged('en')];

const source = files
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(join('admin/src', file), 'utf8'))
  .join('\n');
const keys = Object.keys(zh);
const namespaces = new Set(keys.map((key) => key.split('.')[0]));

/** Whole keys stand in the source as they are; operations of `permission` look alike and are none. */
const literals = [...source.matchAll(/'([a-zA-Z]+(?:\.[a-zA-Z]+)+)'/g)]
  .map(([, key = '']) => key)
  .filter((key) => namespaces.has(key.split('.')[0]) && !operations.some((operation) => operation === key));
/** Of the screen: the API's, and what nobody acted on, which there is a filter. */
const complaintLists = [...ComplaintQuery.shape.list.unwrap().options, 'nobodyActed'];
/** Of the screen: the calendar asks for those due by itself. */
const orderLists = OrderQuery.shape.list.unwrap().options.filter((name) => name !== 'due');
/** Keys made from a variable; the compiler checks that each family is complete, this list that it has nothing more. */
const families: Record<string, readonly string[]> = {
  'role.': roles,
  'asset.': [
    ...['building', 'kind', 'condition', 'person', 'responsible', 'deputy'],
    ...['maker', 'model', 'certificateUntil', 'warrantyUntil'],
  ],
  'asset.condition.': ['faulty', ...conditions],
  'felt.': impacts,
  'maintenance.': ['acknowledge', 'resolve', 'min', 'max'],
  'visits.list.': ['round', 'open', 'overdue', 'ended'],
  'visits.none.': ['open', 'overdue', 'ended'],
  'visitWhy.': ['notChosen', 'coolDown', 'nobody', 'noTime', 'noRoom'],
  'visitRules.part.': ['rules', 'questionnaires', 'settings', 'targets'],
  'visitRules.target.': ['least', 'most', 'days', 'answers'],
  'learned.view.': ['figures', 'said'],
  'learned.by.': [...dimensions, 'site'],
  'learned.none.': [...dimensions, 'site'],
  'learned.wave.': ['notYet', 'first', 'second', 'settled', 'third'],
  'visitRules.after.': ['complaint', 'repair'],
  'visitRules.afterSome.': ['complaint', 'repair'],
  'visitRules.cause.': ['complaint', 'repair', 'felt', 'handover', 'periodic'],
  'visitRules.channel.': ['preferred', ...visitChannels],
  'visitRules.age.': ['from', 'to'],
  'visitRules.quiet.': ['from', 'to'],
  'visitRules.': ['coolDownDays', 'quota', 'low', 'onTime', 'held'],
  'visitRules.hint.': ['coolDownDays', 'quota', 'low', 'within', 'quiet'],
  'maintenance.part.': ['kinds', 'table', 'checklists'],
  'maintenance.type.': ['check', 'reading', 'count', 'choice', 'text'],
  'maintenance.photo.': photoWishes,
  'care.contact.': contactWays,
  'care.look.': lookReasons,
  'care.occasion.': occasions,
  'care.sensitivity.': sensitivities,
  'care.audience.': audiences,
  'care.source.': sources,
  'care.consentWay.': consentWays,
  'care.endWhy.': ['withdrawn', 'over'],
  'care.endAsk.': ['withdrawn', 'over'],
  'care.list.': ['all', 'silent'],
  'resident.kept.': keptReasons,
  'careRules.part.': ['rules', 'kinds', 'recovery', 'try'],
  'recovery.': ['upTo', 'perMonth'],
  'recovery.post.': recoveryPosts,
  'careRules.when.': ['event', 'day', 'complaint', 'work'],
  'event.list.': ['ahead', 'over'],
  'event.why.': ['noMail', 'bounced'],
  'event.none.': ['ahead', 'over'],
  'event.ask.': ['announce', 'cancel'],
  'event.hint.': ['announce', 'cancel'],
  'event.do.': ['announce', 'cancel'],
  'event.done.': ['announce', 'cancel'],
  'plans.': ['leadDays', 'graceDays'],
  'plans.hint.': ['leadDays', 'graceDays'],
  'plans.state.': ['active', 'paused', 'ended'],
  'plans.unit.': units,
  'plans.on.': ['date', 'weekday', 'last'],
  'plans.nth.': ['1', '2', '3', '4', '5', '-1'],
  'plans.season.': ['from', 'to'],
  'plans.dayOff.': ['after', 'before', 'skip', 'asIs'],
  'plans.missing.': ['clamp', 'skip'],
  'plans.mode.': ['fixed', 'floating'],
  'plans.per.': ['asset', 'round'],
  'plans.rrule.': ['season', 'nonWorkingDay', 'never', 'floating', 'meter', 'absorbed'],
  'patrol.': ['from', 'to'],
  'patrol.part.': ['tonight', 'history', 'routes'],
  'patrol.state.': ['running', 'complete', 'gaps'],
  'patrol.standing.': ['done', 'late', 'open', 'coming', 'missed', 'skipped'],
  'patrol.status.': ['active', 'paused', 'ended'],
  'patrol.labels.': ['own', 'all'],
  'nav.group.': ['daily', 'maintenance', 'residents', 'records', 'settings'],
  'docField.': fieldNames,
  'docValue.': ['active', 'paused', 'ended', 'asset', 'round', 'fixed', 'floating'],
  'condition.': modes,
  'kind.': [...kinds, ...subjectKinds],
  'exchange.state.': ImportedDocument.shape.state.options,
  'audit.channel.': auditChannels,
  'audit.what.': auditedChanges.filter((what) => what !== 'published'),
  'backtest.row.': figureNames,
  'coverage.state.': coverageStates,
  'coverage.reached.': coverageStates,
  'coverage.length.': coverageStates,
  'coverage.why.': ['away', 'inactive', 'awayForGood'],
  'draft.': ['changed', 'published', 'planned', 'discarded'],
  'diff.': ['added', 'removed', 'changed', 'moved'],
  'history.': ['from', 'to'],
  'import.': ['households', 'staff', 'assets'],
  'export.': ['from', 'to'],
  'leaver.group.': ['organisation', 'rosters', 'workflows', 'assets'],
  'leaver.kind.': placeKinds,
  'leaver.document.': ['organisation', 'rosters', 'absences', 'workflow'],
  'org.part.': ['site', 'areas', 'buildings', 'company'],
  'duty.': ['customerService', 'keeper', 'repairer', 'steward', 'head', 'handler', 'roster'],
  'wave.': ['first', 'second', 'third'],
  'staff.roleHint.': roles,
  'weekday.': ['1', '2', '3', '4', '5', '6', '7'],
  'absence.': ['from', 'to'],
  'absence.list.': ['current', 'over'],
  'absence.none.': ['current', 'over'],
  'routing.part.': ['rules', 'categories', 'limits'],
  'tester.': ['used', 'later', 'not'],
  'deliveryList.': ['all', 'failed', 'pending', 'done', 'suppressed'],
  'deliveryState.': ['pending', 'done', 'failed'],
  'dayMark.': ['holiday', 'makeUp', 'ownHours'],
  'dayMeans.': ['open', 'closed', 'holiday', 'makeUp', 'ownHours'],
  'dayWay.': ['byWeek', 'closed', 'open'],
  'limit.': ['minutes', 'hours', 'workingMinutes', 'workingHours', 'workingDays', 'workingDayAt'],
  'limitOwn.': ['acknowledge', 'reply', 'resolve'],
  'limitOwn.means.': ['acknowledge', 'reply', 'resolve'],
  'limitWhy.': ['empty', 'ambiguous', 'outOfRange'],
  'people.': [
    'owner',
    'responsible',
    'patrol',
    'visitor',
    'worker',
    'steward',
    'areaRepairer',
    'areaKeeper',
    'areaCustomerService',
    'siteDirector',
    'handler',
    'head',
  ],
  'people.by.': ['building', 'department'],
  'step.': ['assign', 'notify', 'ask', 'branch', 'wait', 'set', 'open', 'end'],
  'verdict.': actionInputs.verdict.shape.verdict.options,
  'held.': heldAnswers,
  'relation.': relations,
  'prefers.': channels,
  'search.': ['households', 'complaints', 'orders', 'incidents'],
  'itemKind.': itemKinds,
  'linked.why.': originReasons,
  'orderList.': orderLists,
  'orderList.empty.': orderLists,
  'orderList.emptyHint.': orderLists,
  'order.view.': ['list', 'board', 'calendar'],
  'order.shown.': ['all', 'orders', 'visits'],
  'order.span.': ['week', 'month'],
  'order.by.': ['kind', 'area', 'person'],
  'rate.by.': ['area', 'person', 'kind', 'site'],
  'incidents.': ['open', 'all'],
  'incidents.none.': ['open', 'all'],
  'improve.list.': ['open', ...improvementStates],
  'improve.none.': ['open', ...improvementStates],
  'improve.due.': improvementStates.filter((state) => state !== 'closed'),
  'improve.late.': improvementStates.filter((state) => state !== 'closed'),
  'improve.by.': dimensions,
  'improve.age.': ['first', 'second', 'settled', 'third'],
  'improve.compared.': effects,
  'improve.effect.': effects,
  'sharing.kind.': itemKinds,
  'incident.via.': IncidentMemberView.shape.via.options,
  'archive.': ['from', 'to'],
  'form.': ['signHandler', 'signHead', 'signResident'],
  'wants.': ['heard', 'respect', 'compensation', 'solution'],
  'channel.': ['desk', 'phone', 'message', 'web', 'staff'],
  'clockName.': [...ClockView.shape.what.options, 'level'],
  'dayOff.': ['weekend', 'exception'],
  'listName.': complaintLists,
  'list.empty.': complaintLists,
  'list.emptyHint.': complaintLists,
  'flow.type.': stepTypes,
  'flow.typeHint.': stepTypes,
  'flow.kind.': itemKinds,
  'flow.advice.': adviceCodes,
  'flow.root.': roots,
  'flow.rootHint.': roots,
  'flow.field.': flowFields,
  'tpl.': [
    'notices',
    'staff',
    'subject',
    'headline',
    'before',
    'after',
    'button',
    'toldLabel',
    'intro',
    'desk',
    'phone',
  ],
  'tpl.common.': commonNames,
  'forms.': ['min', 'max'],
  'forms.type.': ['text', 'number', 'choice', 'date', 'photo', 'checklist'],
  'flow.why.': ['rule', 'repeat', 'reopened', 'rework'],
};
const prefixes = [
  ...new Set([...source.matchAll(/`([a-zA-Z]+\.(?:[a-zA-Z]+\.)*)\$\{/g)].map(([, prefix = '']) => prefix)),
];
const members = Object.entries(families).flatMap(([prefix, names]) => names.map((name) => prefix + name));

describe('words of the panel', () => {
  test('both languages have the same keys, none empty', () => {
    expect(Object.keys(en)).toEqual(keys);
    for (const words of [zh, en]) expect(Object.entries(words).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test('no key stands in two files', () => {
    expect(bundles('zh-CN').flatMap(Object.keys)).toHaveLength(keys.length);
  });

  test('both languages use the same values', () => {
    const values = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
    const other = new Map(Object.entries(en));
    expect(
      Object.entries(zh).filter(([key, text]) => values(text).join() !== values(other.get(key) ?? '').join()),
    ).toEqual([]);
  });

  test('no key in the source is missing', () => {
    expect([...literals, ...members].filter((key) => !keys.includes(key))).toEqual([]);
    expect(prefixes.filter((prefix) => namespaces.has(prefix.split('.')[0])).sort()).toEqual(
      Object.keys(families).sort(),
    );
  });

  test('no key is unused', () => {
    expect(keys.filter((key) => !literals.includes(key) && !members.includes(key))).toEqual([]);
  });

  test('Chinese words are Chinese, English words have none', () => {
    expect(Object.entries(en).filter(([, text]) => /[\u4e00-\u9fff]/.test(text))).toEqual([]);
    expect(Object.entries(zh).filter(([, text]) => /[a-z]{3,}/.test(text.replace(/\{\{\w+\}\}/g, '')))).toEqual([]);
  });
});
