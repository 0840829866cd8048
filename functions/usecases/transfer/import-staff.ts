import type { Organisation, Person } from '#domain/organisation';
import { may } from '#domain/permission';
import { isCompanyMember } from '#domain/publish-scope';
import { planStaff, type StaffPlan, withPeople } from '#domain/transfer/plan-staff';
import type { Caller } from '#http/caller';
import type { Ports } from '#ports';
import { InvalidInput, type Issue, NotAllowed, PlanChanged } from '../errors.ts';
import type { LoadDirectory } from '../load-directory.ts';
import { createJudgeDocument, type PublishDocument, type PublishOptions } from '../publish-document.ts';
import { readSheet } from './read-sheet.ts';

type ImportPorts = Pick<Ports, 'assets' | 'documents' | 'ids' | 'clock'> & {
  loadDirectory: LoadDirectory;
  publishDocument: PublishDocument;
};

/** Staff from a table: one new version of the organisation with all of them, or none. */
export const createImportStaff = (ports: ImportPorts, options: PublishOptions) => {
  const judge = createJudgeDocument(ports, options);

  /** As publishing has it: a manager's are staff and viewers of own sites, before and after. */
  const mayWriteAs =
    ({ person }: Caller, organisation: Organisation) =>
    (before: Person | null, after: Person): boolean => {
      const directory = { organisation };
      const own = (one: Person) =>
        !isCompanyMember(one) && one.sites.every((site) => may(person, 'staff.import', { site }, directory));
      return may(person, 'staff.import', {}, directory) || ((before === null || own(before)) && own(after));
    };

  const prepare = async (caller: Caller, file: string) => {
    const { directory, heads } = await ports.loadDirectory(caller.company);
    const { organisation } = directory;
    const somewhere = organisation.sites.some(({ id }) => may(caller.person, 'staff.import', { site: id }, directory));
    if (!somewhere && !may(caller.person, 'staff.import', {}, directory)) throw new NotAllowed('staff.import');
    const plan = planStaff(readSheet(file), organisation, mayWriteAs(caller, organisation));
    const expected = heads.find(({ kind }) => kind === 'organisation')?.version ?? 0;
    const body = withPeople(organisation, plan);
    const changes = plan.people.filter(({ change }) => change !== 'same');
    const issues: readonly Issue[] =
      changes.length === 0 ? [] : (await judge(caller, { kind: 'organisation', id: 'main', body })).issues;
    const token = ports.ids.from(JSON.stringify(['staff', caller.company, expected, changes.map(fingerprint)]));
    return { plan, body, expected, issues, token };
  };

  return {
    /** The dry run: nothing is stored. @throws NotAllowed | InvalidInput (no file one can read) */
    async check(caller: Caller, file: string): Promise<{ plan: StaffPlan; issues: readonly Issue[]; token: string }> {
      return prepare(caller, file);
    },

    /** Publishes what the check with this token showed. @throws PlanChanged | InvalidInput | NotAllowed | DocumentChanged */
    async apply(caller: Caller, { file, token, note }: { file: string; token: string; note: string }) {
      const { plan, body, expected, issues, token: present } = await prepare(caller, file);
      if (present !== token) throw new PlanChanged();
      if (issues.length > 0) throw new InvalidInput(issues);
      const written = plan.people.filter(({ change }) => change !== 'same').length;
      if (written > 0) await ports.publishDocument(caller, { kind: 'organisation', id: 'main', expected, note, body });
      return { written };
    },
  };
};
export type ImportStaff = ReturnType<typeof createImportStaff>;

const fingerprint = ({ person }: StaffPlan['people'][number]) => {
  const { id, name, email, phone, language, role, firm, sites, active } = person;
  return [id, name['zh-CN'], name.en, email, phone ?? null, language, role, firm ?? null, sites, active];
};
