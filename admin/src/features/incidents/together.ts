import type { FormField } from '#domain/forms/forms';
import type { Language } from '#domain/text';
import type { GroupOutcome, IncidentMemberView } from '#http/schemas/incident';
import type { Submission } from '../../providers/submission.ts';

export type Together = 'reply' | 'resolve';
export interface TogetherValues {
  texts?: Partial<Record<Language, string>>;
  done?: string;
  /** Answers by form, then by field. */
  forms?: Record<string, Record<string, unknown>>;
  /** An instant, or a local time of the site as typed. */
  nextReplyAt?: string;
}

/** Sent at once: what the API takes, and few enough that an answer comes soon. */
export const BATCH = 25;
export const batchesOf = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, n) => rows.slice(n * BATCH, (n + 1) * BATCH));

type Asked = Pick<IncidentMemberView, 'actions' | 'forms'>;
/** A photo is of one complaint: where one is required, it is done there. */
export const needsPhoto = ({ forms }: Asked, action: Together): boolean =>
  forms[action].some(({ type, required }) => type === 'photo' && required);
export const isAble = (member: Asked, action: Together): boolean =>
  member.actions.includes(action) && !needsPhoto(member, action);

export interface FormGroup<M> {
  /** Under which the answers are kept. */
  key: string;
  fields: FormField[];
  members: M[];
}
/** Those whose form asks the same are asked once; photos, which nobody insists on here, are left out. */
export function formGroups<M extends Asked>(members: readonly M[], action: Together): FormGroup<M>[] {
  const groups = new Map<string, FormGroup<M>>();
  for (const member of members) {
    const fields = member.forms[action].filter(({ type }) => type !== 'photo');
    const key = JSON.stringify(fields);
    const group = groups.get(key) ?? { key, fields, members: [] };
    group.members.push(member);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Languages somebody among them reads, the more frequent first. */
export const languagesOf = (members: readonly Pick<IncidentMemberView, 'language'>[]): Language[] => {
  const count = (language: Language) => members.filter((member) => member.language === language).length;
  return (['zh-CN', 'en'] as const).filter((language) => count(language) > 0).toSorted((a, b) => count(b) - count(a));
};

/**
 * One key for one text, whichever complaints it goes to and whatever their forms are answered with: a second try, of some or of all of them, does nothing twice
 * where the first succeeded.
 */
export const sameKeyForAll = (submission: Submission): Submission => ({
  keyFor: (body) =>
    submission.keyFor({ ...(body as Record<string, unknown>), complaints: undefined, fields: undefined }),
});

export interface Sum {
  done: number;
  refused: { complaint: string; message: string }[];
}
export const sumOf = (outcomes: readonly GroupOutcome[]): Sum => {
  const results = outcomes.flatMap((outcome) => outcome.results);
  return {
    done: results.filter(({ outcome }) => outcome === 'done').length,
    refused: results.flatMap(({ complaint, outcome, message }) =>
      outcome === 'refused' ? [{ complaint, message: message ?? '' }] : [],
    ),
  };
};
