import type { LineDeadline } from '#domain/simulate/deadlines';
import type { Simulated, SimulatedMail } from '#domain/simulate/simulated';
import type { Quote } from '#domain/timeline/said';
import { mailWords, quoteWords, tell } from '#domain/timeline/tell';
import type { Entry } from '#domain/workflow/entry';
import type { WorkflowFacts } from '#domain/workflow/run';
import { useWhenIn } from '../../components/when.tsx';
import { type Key, useWords } from '../../i18n/language.ts';
import type { SaidLine } from './compare.ts';
import { lineRows } from './line-rows.ts';

const CLOCKS: Record<LineDeadline['what'], Key> = {
  level: 'clockName.level',
  reply: 'clockName.reply',
  resolve: 'clockName.resolve',
  wait: 'clockName.wait',
  pause: 'clockName.pause',
  call: 'clockName.call',
};

/** What is on a line, in the reader's words; names come from the documents the line was made of. */
export function useSaid(facts: WorkflowFacts, site: string) {
  const { t, language } = useWords();
  const { organisation } = facts.directory;
  const zone = organisation.sites.find(({ id }) => id === site)?.zone ?? 'UTC';
  const { at: when } = useWhenIn(zone);
  const person = (id: string): string =>
    id === 'resident' ? t('sim.resident') : (organisation.people.find((one) => one.id === id)?.name[language] ?? id);
  const names = {
    person,
    department: (id: string) =>
      organisation.sites.find((one) => one.id === site)?.departments.find((one) => one.id === id)?.name[language] ?? id,
    category: (id: string) => facts.routing.categories.find((one) => one.id === id)?.name[language] ?? id,
  };
  const entry = (one: Entry) => {
    const { title, quotes, more } = tell(one, names, language, when);
    return { title, more: [...quotes.map((quote: Quote) => quoteWords(quote, language)), ...more] };
  };
  const mailTo = ({ effect }: SimulatedMail): string => person(effect.type === 'mail' ? effect.to : 'resident');
  const mailAbout = ({ effect }: SimulatedMail): string =>
    mailWords(effect.type === 'mail' ? effect.reason : 'resident', effect.template, language);
  const clock = ({ what, promised }: LineDeadline): string => t(promised ? 'sim.promisedReply' : CLOCKS[what]);
  /** The whole line, a line each: for comparing. */
  const lines = (line: Simulated): SaidLine[] =>
    lineRows(line).flatMap(({ at, entries, mails }) => [
      ...entries.map((one) => ({ at, ...entry(one) })),
      ...mails.map((mail) => ({
        at,
        title: t(mail.failed === null ? 'sim.mailLine' : 'sim.mailBack', { to: mailTo(mail), about: mailAbout(mail) }),
        more: [],
      })),
    ]);
  return { zone, when, person, entry, mailTo, mailAbout, clock, lines };
}
export type Said = ReturnType<typeof useSaid>;
