import { dueKind } from '#domain/due-kind';
import { type RenderedMail, type ResidentMailView, residentTemplates, type StaffMailView } from '#domain/mail/view';
import { actionLabel, deadlineWords, relativeTime, severityLabel, statusLabel, whenWords } from '#domain/words';
import { cleanText, excerpt, oneLine, unlinked } from './clean.ts';
import { render } from './templates/engine.ts';
import { htmlLayout, type MailParts, textLayout } from './templates/layout.ts';
import { type ResidentModel, residentTemplatesIn } from './templates/resident.ts';
import { type StaffModel, type StaffTemplates, staffTemplates } from './templates/staff.ts';

/** Somebody's words in a single-line place of a mail. */
const line = (text: string, max?: number): string => unlinked(oneLine(text, max));
/** Lines of "so far" a mail shows: the last ones. */
const LINES = 6;

/**
 * A mail to staff: what happened, which level and why you, by when, what next and to whom, one link.
 * Pure. No personal data of the resident in the subject; everything people typed is cleaned and escaped.
 */
export function renderStaffMail(view: StaffMailView): RenderedMail {
  const words = staffTemplates[view.language];
  const model = staffModel(view, words);
  const say = (source: string) => render('plain', source, model).trim();
  const ended = view.reason === 'ended';
  const due = ended ? null : view.due;
  const told = view.call?.told ?? null;
  const facts = [
    { label: words.labels.where, text: `${line(view.where)} · ${line(view.site)}` },
    { label: words.labels.why, text: say(words.why) },
    { label: words.labels.next, text: say(words.next) },
    ...(view.actions.length > 1 && view.call === null
      ? [{ label: words.labels.may, text: actionsInWords(view, words) }]
      : []),
    ...(view.since ? [{ label: words.labels.since, text: line(view.since) }] : []),
    {
      label: words.labels.filed,
      text: `${whenWords(view.filedAt, view.now, view.zone, view.language)} · ${relativeTime(view.filedAt, view.now, view.language)}`,
    },
    ...(told === null ? [] : [{ label: words.labels.complaint, text: excerpt(view.description) }]),
  ];
  return finish({
    lang: view.language,
    colon: view.language === 'en' ? ': ' : '：',
    subject: line(say(words.subject), 200),
    preheader: excerpt(view.description, 90),
    kicker: `${model.category} · ${model.severity} · ${model.number}`,
    tone: due !== null && (due.at <= view.now || view.severity === 'critical') ? 'alarm' : 'calm',
    headline: say(words.headline),
    greeting: null,
    paragraphs: view.call === null ? [] : [words.call],
    after: [],
    quote:
      told === null
        ? { label: null, text: excerpt(view.description) }
        : { label: words.labels.tell, text: unlinked(cleanText(told)) },
    due:
      due === null
        ? null
        : {
            label: words.dueFor[dueKind(due, view.status)].label,
            text: deadlineWords(due.at, view.now, view.zone, view.language),
          },
    button: { label: buttonLabel(view, words), link: view.link },
    facts,
    list:
      view.soFar.length === 0
        ? null
        : { label: words.labels.soFar, lines: view.soFar.slice(-LINES).map((one) => line(one, 200)) },
    footer: words.footer.map(say),
  });
}

function staffModel(view: StaffMailView, words: StaffTemplates): StaffModel {
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
    status: statusLabel(view.status, view.language),
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
  };
}

function actionsInWords(view: StaffMailView, words: StaffTemplates): string {
  return view.actions
    .slice(0, 6)
    .map((name) => actionLabel(name, view.language))
    .join(words.comma);
}

function buttonLabel(view: StaffMailView, words: StaffTemplates): string {
  if (view.reason === 'ended') return words.button.ended;
  if (view.call !== null) return words.button.call;
  const [first] = view.actions;
  if (first === undefined) return words.button.show;
  return view.actions.length === 1 ? actionLabel(first, view.language) : words.button.act;
}

/** A notice to a resident, in the resident's language: with one link to the page of the receipt. */
export function renderResidentMail(view: ResidentMailView): RenderedMail {
  const words = residentTemplatesIn[view.language];
  const known = residentTemplates.find((id) => id === view.template);
  const notice = words.notices[known ?? 'general'];
  const told = view.told === null ? null : cleanText(view.told);
  const model: ResidentModel = {
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
  const say = (source: string) => render('plain', source, model).trim();
  const [before, after] = [say(notice.before), say(notice.after)];
  return finish({
    lang: view.language,
    colon: view.language === 'en' ? ': ' : '：',
    subject: line(say(notice.subject), 200),
    preheader: before,
    kicker: say(words.kicker),
    tone: 'calm',
    headline: say(notice.headline),
    greeting: say(words.greeting),
    paragraphs: [before],
    after: after === '' ? [] : [after],
    quote: told === null || told === '' ? null : { label: notice.toldLabel, text: told },
    due: null,
    button: { label: notice.button, link: view.link },
    facts:
      known === 'received'
        ? [
            { label: words.labels.number, text: model.number },
            { label: words.labels.caretaker, text: line(view.caretaker, 80) },
          ]
        : [],
    list: null,
    footer: words.footer.map(say),
  });
}

function finish(parts: MailParts): RenderedMail {
  const quoted = parts.quote && { ...parts.quote, text: parts.quote.text.replace(/^/gm, '> ') };
  return {
    subject: parts.subject,
    text: render('plain', textLayout, { ...parts, quote: quoted })
      .replace(/ +\n/g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .trimStart(),
    html: render('html', htmlLayout, parts),
  };
}
