import { dueKind } from '#domain/due-kind';
import type { RenderedMail, ResidentMailView, StaffMailView } from '#domain/mail/view';
import { commonOf, noticeOf, staffMailOf } from '#domain/templates/built-in';
import type { CommonName, Templates, Words } from '#domain/templates/templates';
import type { Language } from '#domain/text';
import { actionLabel, deadlineWords, relativeTime, severityLabel, statusLabel, whenWords } from '#domain/words';
import { cleanText, excerpt, oneLine, unlinked } from './clean.ts';
import { finish } from './finish.ts';
import { orderFactRows } from './order-facts.ts';
import { situationOf } from './situation.ts';
import { render } from './templates/engine.ts';
import { type StaffModel, type StaffSentences, staffSentences } from './templates/staff.ts';

/** Somebody's words in a single-line place of a mail. */
const line = (text: string, max?: number): string => unlinked(oneLine(text, max));
/** Lines of "so far" a mail shows: the last ones. */
const LINES = 6;

/** Says words of the company's, in the reader's language, over a model. */
const speaker = (language: Language, templates: Templates | null, model: object) => {
  const say = (words: Words) => render('words', words[language], model).trim();
  const common = (name: CommonName) => say(commonOf(templates, name));
  const lines = (name: CommonName) =>
    common(name)
      .split('\n')
      .flatMap((one) => one.trim() || []);
  return { say, common, lines };
};

/**
 * A mail to staff: what happened, which level and why you, by when, what next and to whom, one link.
 * Pure. `templates`: the company's words as the item was filed with; null: the built-in ones.
 * No personal data of the resident in the subject; everything people typed is cleaned and escaped.
 */
export function renderStaffMail(view: StaffMailView, templates: Templates | null = null): RenderedMail {
  const { kind } = view;
  const sentences = staffSentences(kind, view.language);
  const model = staffModel(view, sentences);
  const own = (source: string) => render('plain', source, model).trim();
  const mail = staffMailOf(templates, situationOf(view), view.template ?? null);
  const { say, common, lines } = speaker(view.language, templates, { ...model, summary: own(sentences.summary) });
  const ended = view.reason === 'ended';
  const due = ended ? null : view.due;
  const told = view.call?.told ?? null;
  const intro = say(mail.intro);
  const facts = [
    { label: common('labelWhere'), text: [...new Set([line(view.where), line(view.site)])].join(' · ') },
    ...(view.order ? orderFactRows(view.order, view.language, common) : []),
    { label: common('labelWhy'), text: own(sentences.why) },
    { label: common('labelNext'), text: own(sentences.next) },
    ...(view.actions.length > 1 && view.call === null
      ? [{ label: common('labelMay'), text: actionsInWords(view, sentences) }]
      : []),
    ...(view.since ? [{ label: common('labelSince'), text: line(view.since) }] : []),
    {
      label: common(kind === 'workOrder' ? 'labelOpened' : 'labelFiled'),
      text: `${whenWords(view.filedAt, view.now, view.zone, view.language)} · ${relativeTime(view.filedAt, view.now, view.language)}`,
    },
    ...(told === null ? [] : [{ label: common('labelComplaint'), text: excerpt(view.description) }]),
  ];
  return finish({
    lang: view.language,
    colon: view.language === 'en' ? ': ' : '：',
    subject: line(say(mail.subject), 200),
    preheader: excerpt(view.description, 90),
    kicker: `${model.category} · ${model.severity} · ${model.number}`,
    tone: due !== null && (due.at <= view.now || view.severity === 'critical') ? 'alarm' : 'calm',
    headline: say(mail.headline),
    greeting: null,
    paragraphs: intro === '' ? [] : [intro],
    after: [],
    quote:
      told === null
        ? { label: null, text: excerpt(view.description) }
        : { label: common('labelTell'), text: unlinked(cleanText(told)) },
    due:
      due === null
        ? null
        : {
            label: sentences.dueFor[dueKind(due, view.status)].label,
            text: deadlineWords(due.at, view.now, view.zone, view.language),
          },
    button: { label: buttonLabel(view, common), link: view.link },
    facts,
    list:
      view.soFar.length === 0
        ? null
        : { label: common('labelSoFar'), lines: view.soFar.slice(-LINES).map((one) => line(one, 200)) },
    footer: lines('staffFooter'),
  });
}

function staffModel(view: StaffMailView, words: StaffSentences): StaffModel {
  const when = (at: number) => whenWords(at, view.now, view.zone, view.language);
  const names = (people: string[]) => people.map((name) => line(name, 60)).join(words.comma);
  const { because } = view;
  const said =
    'reason' in because
      ? because.reason
      : 'note' in because
        ? because.note
        : 'question' in because
          ? because.question
          : null;
  return {
    reason: view.reason,
    number: line(view.number, 40),
    category: line(view.category, 60),
    severity: severityLabel(view.severity, view.language),
    major: view.major,
    status: statusLabel(view.status, view.language, view.kind),
    state: view.status,
    site: line(view.site, 80),
    company: line(view.company, 80),
    reader: line(view.reader, 60),
    level:
      view.level === null ? null : { ...view.level, post: view.level.post === null ? null : line(view.level.post, 60) },
    because: {
      type: because.type,
      people: 'people' in because && because.people.length > 0 ? names(because.people) : null,
      by: 'by' in because ? line(because.by, 60) : null,
      absent: 'absent' in because ? line(because.absent, 60) : null,
      words: said ? line(said, 200) : null,
      points: because.type === 'pointMissed' ? line(because.reason, 160) : null,
      deadline: 'deadline' in because && because.deadline !== null ? when(because.deadline) : null,
      clock: 'clock' in because ? words.clocks[because.clock] : null,
    },
    due:
      view.due === null
        ? null
        : {
            for: view.due.for,
            verb: words.dueFor[dueKind(view.due, view.status)].verb,
            noun: words.dueFor[dueKind(view.due, view.status)].noun,
            when: when(view.due.at),
            overdue: view.due.at <= view.now,
          },
    next: view.next === null || view.next.to.length === 0 ? null : names(view.next.to),
    order: view.order && {
      facility: view.order.facility && line(view.order.facility, 200),
      plan: view.order.plan && line(view.order.plan.name, 120),
      day: view.order.plan?.day ?? null,
      from: view.order.origin && line(view.order.origin.number, 40),
      missed: view.order.missed > 0 ? String(view.order.missed) : null,
    },
  };
}

function actionsInWords(view: StaffMailView, words: StaffSentences): string {
  return view.actions
    .slice(0, 6)
    .map((name) => actionLabel(name, view.language, view.kind))
    .join(words.comma);
}

function buttonLabel(view: StaffMailView, common: (name: CommonName) => string): string {
  if (view.reason === 'ended') return common('buttonEnded');
  if (view.call !== null) return common('buttonCall');
  const [first] = view.actions;
  if (first === undefined) return common(view.kind === 'workOrder' ? 'buttonShowOrder' : 'buttonShow');
  return view.actions.length === 1 ? actionLabel(first, view.language, view.kind) : common('buttonAct');
}

/** A notice to a resident, in the resident's language: with one link to the page of the receipt. Pure. */
export function renderResidentMail(view: ResidentMailView, templates: Templates | null = null): RenderedMail {
  const notice = noticeOf(templates, view.template);
  const told = view.told === null ? null : cleanText(view.told);
  const model = {
    name: view.name === null ? null : line(view.name, 60),
    site: line(view.site, 80),
    company: line(view.company, 80),
    phone: line(view.sitePhone, 40),
    number: line(view.number, 40),
    category: line(view.category, 60),
    filed: whenWords(view.filedAt, view.now, view.zone, view.language),
    told,
    when: view.when === null ? null : whenWords(view.when, view.now, view.zone, view.language),
  };
  const { say, common, lines } = speaker(view.language, templates, model);
  const [before, after] = [say(notice.before), say(notice.after)];
  return finish({
    lang: view.language,
    colon: view.language === 'en' ? ': ' : '：',
    subject: line(say(notice.subject), 200),
    preheader: before,
    kicker: `${model.category} · ${model.number}`,
    tone: 'calm',
    headline: say(notice.headline),
    greeting: common('greeting'),
    paragraphs: before === '' ? [] : [before],
    after: after === '' ? [] : [after],
    quote: told === null || told === '' ? null : { label: say(notice.toldLabel), text: told },
    due: null,
    button: { label: say(notice.button), link: view.link },
    facts:
      notice.id === 'received'
        ? [
            { label: common('labelNumber'), text: model.number },
            { label: common('labelCaretaker'), text: line(view.caretaker, 80) },
          ]
        : [],
    list: null,
    footer: lines('residentFooter'),
  });
}
