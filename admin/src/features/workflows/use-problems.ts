import { type HttpError, useList, useOne } from '@refinedev/core';
import { useMemo } from 'react';
import { idFor } from '#domain/document-id';
import { formFieldNames } from '#domain/forms/condition-fields';
import { onlySite } from '#domain/only-site';
import type { Routing } from '#domain/routing';
import { arrowProblems, check, type Problem } from '#domain/workflow/check';
import { Definition } from '#domain/workflow/definition';
import { problemWords } from '#domain/workflow/problem-words';
import { useWords } from '../../i18n/language.ts';
import type { DocumentRow, Kind, Version } from '../document/kinds.ts';
import type { Problems } from '../document/problems.ts';
import { useStaffDirectory } from '../workplace/staff-directory.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { isAdvised } from './advice.ts';
import { useTemplates } from './use-templates.ts';

/** What keeps the workflow from being published, in words. */
export interface ToldProblem {
  /** Null: the workflow itself. */
  step: string | null;
  /** Path within the body, as `document.field` has it. */
  path: string;
  said: string;
  /** What one can do about it; null where the sentence says so itself. */
  advice: string | null;
}

export interface Checked {
  list: ToldProblem[];
  byPath: Problems;
  /** People and places are known: the list is complete as far as the reader's sites go. */
  complete: boolean;
}

/**
 * Judges the workflow as it stands, with the code and the facts the server judges it with when it is published. A `site`'s
 * own version must work there only.
 */
export function useProblems(body: Definition, site: string | null): Checked {
  const { t, language } = useWords();
  const { names, directory } = useWorkplace();
  const staff = useStaffDirectory();
  const { ids: templates } = useTemplates();
  const routing = useRouting(site);
  const forms = usePublished('forms', 'main', true);
  const found = useMemo<Problem[]>(() => {
    if (!staff || !routing) return arrowProblems(body);
    const directory = site === null ? staff : onlySite(staff, site);
    // While the forms are not read, nothing is said about what they store.
    const stored = forms && { formFields: formFieldNames(forms) };
    return check(body, { directory, routing, templates, ...stored });
  }, [body, site, staff, routing, forms, templates]);

  return useMemo<Checked>(() => {
    const named = (detail: Problem['detail']): Problem['detail'] => ({
      ...detail,
      ...(detail.site !== undefined && { site: names.site(String(detail.site)) }),
      ...(detail.department !== undefined && { department: departmentName(String(detail.department)) }),
    });
    const departmentName = (id: string): string =>
      directory.departments.find((one) => one.id === id)?.name[language] ?? id;
    const missing = incomplete(body);
    const empty = new Set(missing.map(({ path }) => path));
    const list = [
      ...missing.map((place) => ({ ...place, said: t('flow.incomplete'), advice: null })),
      // Of a field that is not filled in yet nothing more need be said.
      ...found.flatMap(({ step, field, code, detail }) => {
        const path = pathOf(body, step, field);
        if (empty.has(path)) return [];
        const advice = isAdvised(code) ? t(`flow.advice.${code}`) : null;
        return [{ step, path, said: problemWords(code, named(detail), language), advice }];
      }),
    ];
    const byPath: Record<string, string[]> = {};
    for (const { path, said, advice } of list)
      byPath[path] = [...(byPath[path] ?? []), advice === null ? said : `${said} ${advice}`];
    return { list, byPath, complete: staff !== null && routing !== undefined };
  }, [body, found, language, t, names, directory, staff, routing]);
}

function usePublished<K extends Kind>(kind: K, id: string, enabled: boolean) {
  const { query } = useOne<Version<K>, HttpError>({
    resource: `documents/${kind}`,
    id,
    queryOptions: { enabled, retry: false },
    errorNotification: false,
  });
  return query.data?.data.body;
}

/** What holds at the site, which need not have its own. */
function useRouting(site: string | null): Routing | undefined {
  const { query } = useList<DocumentRow, HttpError>({ resource: 'documents', errorNotification: false });
  const heads = query.data?.data;
  const id = site === null || !heads ? 'main' : idFor(heads, 'routing', 'main', site);
  return usePublished('routing', id, site === null || heads !== undefined);
}

const pathOf = (body: Definition, step: string | null, field: string): string =>
  step === null ? field : `steps.${body.steps.findIndex(({ id }) => id === step)}.${field}`;

/** Words, people or anything else that is not there yet. */
function incomplete(body: Definition): { step: string | null; path: string }[] {
  const parsed = Definition.safeParse(body);
  if (parsed.success) return [];
  return parsed.error.issues.map(({ path }) => ({
    step: path[0] === 'steps' ? (body.steps[Number(path[1])]?.id ?? null) : null,
    path: path.map(String).join('.'),
  }));
}
