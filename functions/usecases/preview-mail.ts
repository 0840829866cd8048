import { residentMailView } from '#domain/mail/resident-view';
import { sampleResidentView, sampleStaffView } from '#domain/mail/sample-view';
import { staffMailView } from '#domain/mail/staff-view';
import { may, mayAnywhere } from '#domain/permission';
import { builtInFor } from '#domain/templates/built-in';
import { templatesProblems } from '#domain/templates/check';
import type { Templates } from '#domain/templates/templates';
import { type Language, languages } from '#domain/text';
import { HOUR, type Instant } from '#domain/time';
import type { Effect } from '#domain/workflow/effect';
import type { Entry } from '#domain/workflow/entry';
import type { Caller } from '#http/caller';
import type { Ports } from '#ports';
import { createGather, type Gathered } from './decide.ts';
import { parseBody } from './document-bodies.ts';
import { InvalidInput, NotAllowed, problem } from './errors.ts';
import { TooMany } from './limit-requests.ts';
import type { LoadFacts } from './load-facts.ts';
import { readTimeline } from './read-timeline.ts';

export interface PreviewRequest {
  /** A real complaint the words are tried on. */
  complaint: string;
  template: string;
  /** Templates as they are being edited. */
  body: unknown;
}
type PreviewPorts = Pick<Ports, 'items' | 'documents' | 'renderer' | 'clock' | 'limits' | 'mailer' | 'ids'> & {
  loadFacts: LoadFacts;
};
/** Mails that somebody may send to themselves in an hour. */
const MOST_TESTS = 20;

/** Words on a real complaint before they are published: shown, or sent to oneself. */
export const createPreviewMail = (ports: PreviewPorts, { publicUrl }: { publicUrl: string }) => {
  const gather = createGather(ports, ports.loadFacts);

  /** @throws NotAllowed | NotFound | InvalidInput whose paths begin with "body" */
  async function prepare(caller: Caller, { complaint, body }: PreviewRequest) {
    const gathered = await gather(caller.company, complaint);
    const { directory } = gathered.facts;
    const seesAll = (['item.read', 'phone.read'] as const).every((operation) =>
      may(caller.person, operation, { item: gathered.item }, directory),
    );
    if (!seesAll || !mayAnywhere(caller.person, directory).includes('document.read'))
      throw new NotAllowed('document.read');
    const templates = parseBody('templates', body);
    const problems = templatesProblems(templates);
    if (problems.length > 0)
      throw new InvalidInput(
        problems.map(({ path, code, value, at }) => problem(['body', ...path], code, { value, ...at })),
      );
    const timeline = await readTimeline(ports, caller.company, complaint);
    return { gathered, templates, timeline, now: ports.clock.now() };
  }

  function write(
    { person }: Caller,
    template: string,
    language: Language,
    { gathered, templates, timeline, now }: Awaited<ReturnType<typeof prepare>>,
  ) {
    if (audienceOf(templates, template) === 'resident')
      return ports.renderer.resident(residentSample(gathered, template, language, now, publicUrl), templates);
    const reader = { ...person, language };
    const view = staffMailView(gathered, askingOf(gathered, timeline), reader, timeline, now, {
      link: publicUrl,
      line: ports.renderer.line,
    });
    return ports.renderer.staff(sampleStaffView(view, template, person.name[language]), templates);
  }

  return {
    /** The mail in both languages. */
    async preview(caller: Caller, request: PreviewRequest) {
      const prepared = await prepare(caller, request);
      return {
        mails: languages.map((language) => ({ language, ...write(caller, request.template, language, prepared) })),
      };
    },
    /** A real mail to the caller's own address. @throws TooMany | MailFailed | MailRefused */
    async test(caller: Caller, request: PreviewRequest & { language: Language }) {
      const prepared = await prepare(caller, request);
      const { company, person } = caller;
      const again = await ports.limits.take(company, `mail-test/${person.id}`, MOST_TESTS, HOUR, prepared.now);
      if (again !== null) throw new TooMany(again);
      const mail = write(caller, request.template, request.language, prepared);
      const id = `test-${ports.ids.next()}.${company}`;
      await ports.mailer.send({
        ...mail,
        subject: `${request.language === 'en' ? '[Test] ' : '【测试】'}${mail.subject}`,
        to: person.email,
        language: request.language,
        messageId: id,
        thread: id,
        tags: { company, item: request.complaint, effect: id },
      });
      return { to: person.email };
    },
  };
};
export type PreviewMail = ReturnType<typeof createPreviewMail>;

const audienceOf = (templates: Templates, id: string) =>
  builtInFor(id) ?? (templates.notices.some((notice) => notice.id === id) ? 'resident' : 'staff');

function residentSample(gathered: Gathered, template: string, language: Language, now: Instant, link: string) {
  const { intake } = gathered.item;
  const item = { ...gathered.item, intake: { ...intake, reporter: { ...intake.reporter, language } } };
  const effect = { type: 'mailResident', id: 'preview', template, told: null, cause: 0 } as const;
  return sampleResidentView(residentMailView({ ...gathered, item }, effect, now, link));
}

/** The asking that waits now, as a mail about it. */
function askingOf({ item }: Gathered, timeline: readonly Entry[]): Extract<Effect, { type: 'mail' }> {
  return {
    type: 'mail',
    id: 'preview',
    to: '',
    reason: 'asked',
    template: 'asked',
    level: item.ask?.level ?? 0,
    step: item.step,
    ask: item.ask?.id ?? null,
    due: item.ask?.due ?? null,
    cause: timeline.at(-1)?.seq ?? 0,
  };
}
