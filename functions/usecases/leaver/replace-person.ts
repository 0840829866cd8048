import { placeName } from '#domain/leaver/place-name';
import { type Replacement, replacementAt, undecided } from '#domain/leaver/replace-person';
import type { Organisation, Person } from '#domain/organisation';
import { may } from '#domain/permission';
import { isCompanyMember } from '#domain/publish-scope';
import type { Caller } from '#http/caller';
import type { DocumentVersion, Ports } from '#ports';
import type { Decide } from '../decide.ts';
import { InvalidInput, NotAllowed, PlanChanged, problem } from '../errors.ts';
import type { LoadDirectory } from '../load-directory.ts';
import { createJudgeDocument, type PublishDocument, type PublishOptions } from '../publish-document.ts';
import { createPassOn, createReadOpenItems, itemKey, withoutSuccessor } from './open-items.ts';
import { passAssetOn, requireAssets } from './person-assets.ts';
import { createJudgePlan, createPlanReplacement, createReadReferences } from './plan-replacement.ts';

type LeaverPorts = Pick<Ports, 'documents' | 'items' | 'assets' | 'ids' | 'clock'> & {
  loadDirectory: LoadDirectory;
  decide: Decide;
  publishDocument: PublishDocument;
};

/** A manager's staff may be replaced by the manager; whoever configures, and people of no site, by an admin. */
function requireOver(caller: Caller, person: Person, organisation: Organisation): void {
  const directory = { organisation };
  const allowed =
    may(caller.person, 'document.publish', {}, directory) ||
    (!isCompanyMember(person) &&
      person.sites.every((site) => may(caller.person, 'document.publish', { site }, directory)));
  if (!allowed) throw new NotAllowed('document.publish');
}

/** Somebody leaves (离职): what names them, what replacing them would do, and doing it. */
export const createLeaver = (ports: LeaverPorts, options: PublishOptions) => {
  const readReferences = createReadReferences(ports);
  const plan = createPlanReplacement(ports);
  const judge = createJudgePlan(createJudgeDocument(ports, options));
  const openItems = createReadOpenItems(ports);
  const passOn = createPassOn(ports.decide);

  const prepare = async (caller: Caller, id: string, replacement: Replacement) => {
    const planned = await plan(caller.company, id, replacement);
    const { organisation } = planned.facts.directory;
    requireOver(caller, planned.person, organisation);
    requireAssets(caller, planned.assets, organisation);
    const items = await openItems(caller, id, planned.facts);
    const issues = [
      ...undecided(planned.lines, replacement).map(({ key }) => problem(['lines', key], 'successor_needed')),
      ...withoutSuccessor(items.rows, replacement).map((item) =>
        problem(['lines', itemKey(item.id)], 'successor_needed'),
      ),
      ...(items.more && !replacement.all ? [problem(['all'], 'successor_needed')] : []),
      ...(await judge(caller, planned.documents)),
    ];
    return { planned, items, issues };
  };

  /** Until none is left or the request has done its share. */
  const passOnAll = async (caller: Caller, id: string, replacement: Replacement, note: string) => {
    const { facts } = await readReferences(caller.company, id);
    const { rows, more } = await openItems(caller, id, facts);
    let moved = 0;
    for (const { id: item } of rows) {
      const to = replacementAt(replacement, itemKey(item));
      if (!to) throw new InvalidInput([problem(['lines', itemKey(item)], 'successor_needed')]);
      if (await passOn(caller, item, id, to, note)) moved += 1;
    }
    return { moved, more: more && moved > 0 };
  };

  return {
    /** @throws NotFound | NotAllowed */
    async show(caller: Caller, id: string) {
      const { facts, person, documents, lines } = await readReferences(caller.company, id);
      requireOver(caller, person, facts.directory.organisation);
      const named = lines.map((line) => ({ ...line, ...placeName(line.place, documents) }));
      return { person, lines: named, ...(await openItems(caller, id, facts)), now: ports.clock.now() };
    },

    /** The dry run: nothing is stored. @throws NotFound | NotAllowed | InvalidInput (who cannot take over) */
    check: prepare,

    /**
     * Carries out the plan that was shown. Every part is left alone once done: interrupted, it is checked again and
     * goes on. The organisation comes last, with the person inactive; whatever reached them until then is passed on.
     * `done` false: the request did its share of the open items, and `token` leads on.
     * @throws PlanChanged | InvalidInput | NotAllowed | NotFound | DocumentChanged
     */
    async apply(
      caller: Caller,
      id: string,
      replacement: Replacement,
      { token, note }: { token: string; note: string },
    ) {
      const { planned, issues } = await prepare(caller, id, replacement);
      if (planned.token !== token) throw new PlanChanged();
      if (issues.length > 0) throw new InvalidInput(issues);
      const published: Pick<DocumentVersion, 'kind' | 'id' | 'version'>[] = [];
      const publish = async (wanted: (kind: string) => boolean) => {
        for (const document of planned.documents.filter(({ kind }) => wanted(kind))) {
          const { kind, id: of, version } = await ports.publishDocument(caller, { ...document, note });
          published.push({ kind, id: of, version });
        }
      };
      await publish((kind) => kind !== 'organisation');
      for (const asset of planned.assets) await passAssetOn(ports, caller.company, asset.id, id, replacement);
      const first = await passOnAll(caller, id, replacement, note);
      if (!first.more) await publish((kind) => kind === 'organisation');
      const last = first.more ? { moved: 0, more: true } : await passOnAll(caller, id, replacement, note);
      const next = last.more ? (await plan(caller.company, id, replacement)).token : null;
      return { done: !last.more, published, handedOver: first.moved + last.moved, token: next };
    },
  };
};
export type Leaver = ReturnType<typeof createLeaver>;
