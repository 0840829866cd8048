import type { RawAnswers } from '#domain/forms/answers';
import { fillIn, type Incident, namelessIn, type TextValues, unknownVariables } from '#domain/incident';
import type { Item } from '#domain/item';
import { namesIn, whereWords } from '#domain/item-words';
import { type Language, languages } from '#domain/text';
import type { ActionName } from '#domain/workflow/action';
import type { Caller } from '#http/caller';
import type { ActOnItem } from './act-on-item.ts';
import { InvalidInput, type Issue, NotLinked, problem } from './errors.ts';
import { type IncidentPorts, openIncident } from './link-complaints.ts';
import type { Facts, LoadFacts } from './load-facts.ts';

export type Texts = Partial<Record<Language, string | undefined>>;
export type GroupRequest = { complaints: readonly string[]; texts: Texts; fields?: RawAnswers | undefined } & (
  | { action: 'reply'; nextReplyAt?: number | undefined }
  | { action: 'resolve'; done: string }
);
/** `refusal`: what one complaint's own action was refused with; the others are not held up by it. */
export interface GroupResult {
  complaint: string;
  refusal: unknown;
}
/** What a text may name of one complaint, in its resident's own language. */
export function valuesOf(item: Item, facts: Facts): TextValues {
  const { language, name } = item.intake.reporter;
  return {
    name: name ?? namelessIn[language],
    unit: whereWords(item, facts, language),
    number: item.number,
    category: namesIn(facts, language).category(item.category),
  };
}

/**
 * Replies to, or resolves, complaints of an incident: each by its own action, as if done one after the other, so that
 * every rule, clock and mail of each holds. What one refuses is its own result. Repeated with the same key it acts once
 * on each. When all are resolved or ended the incident is closed. Throws NotFound | NotAllowed | InvalidInput (texts).
 */
export const createActTogether =
  (ports: IncidentPorts & { loadFacts: LoadFacts; actOnItem: ActOnItem }) =>
  async (caller: Caller, id: string, request: GroupRequest, key?: string) => {
    const { incidents, clock, loadFacts, actOnItem } = ports;
    const { company } = caller;
    const incident = await openIncident(ports, caller, id, 'incident.write');
    const chosen = await Promise.all([...new Set(request.complaints)].map((one) => memberOf(ports, company, id, one)));
    checkTexts(
      request.texts,
      chosen.flatMap(({ item }) => (item ? [item.intake.reporter.language] : [])),
    );
    const facts = await loadFacts(company, incident.site);
    const act = (item: Item): Promise<unknown> => {
      const told = fillIn(request.texts[item.intake.reporter.language] ?? '', valuesOf(item, facts));
      const [action, input]: [ActionName, object] =
        request.action === 'reply'
          ? ['reply', { told, ...(request.nextReplyAt !== undefined && { nextReplyAt: request.nextReplyAt }) }]
          : ['resolve', { told, done: request.done }];
      return actOnItem({
        company,
        itemId: item.id,
        by: caller.person.id,
        action,
        input: { ...input, ...(request.fields && { fields: request.fields }) },
        ...(key !== undefined && { key: `${key}/${item.id}` }),
      });
    };
    const results: GroupResult[] = [];
    for (const { complaint, item } of chosen) {
      try {
        if (!item) throw new NotLinked();
        await act(item);
        results.push({ complaint, refusal: null });
      } catch (refusal) {
        results.push({ complaint, refusal });
      }
    }
    if (request.action === 'resolve' && (await everyOneIsDone(ports, incident))) {
      const present = (await incidents.get(company, id)) ?? incident;
      await incidents.close(present, clock.now());
    }
    return { incident: (await incidents.get(company, id)) ?? incident, results };
  };
export type ActTogether = ReturnType<typeof createActTogether>;

async function memberOf({ items, incidents }: IncidentPorts, company: string, incident: string, complaint: string) {
  const link = await incidents.of(company, complaint);
  return { complaint, item: link?.incident === incident ? await items.get(company, complaint) : null };
}

/** A text for each language that somebody reads, naming only what there is. */
function checkTexts(texts: Texts, readers: readonly Language[]): void {
  const issues: Issue[] = [];
  for (const language of languages) {
    const text = texts[language] ?? '';
    const count = readers.filter((reader) => reader === language).length;
    if (text === '' && count > 0) issues.push(problem(['texts', language], 'text_needed', { count }));
    for (const value of unknownVariables(text))
      issues.push(problem(['texts', language], 'unknown_text_variable', { value }));
  }
  if (issues.length > 0) throw new InvalidInput(issues);
}

/** Stops at the first that is not. */
async function everyOneIsDone({ items, incidents }: IncidentPorts, { company, id }: Incident): Promise<boolean> {
  let cursor: string | undefined;
  do {
    const { rows, next } = await incidents.members(company, id, { cursor, limit: 50 });
    const found = await Promise.all(rows.map(({ item }) => items.get(company, item)));
    if (found.some((item) => item?.status !== 'resolved' && item?.endedAt === null)) return false;
    cursor = next ?? undefined;
  } while (cursor !== undefined);
  return true;
}
