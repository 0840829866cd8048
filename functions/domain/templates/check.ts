import { type DocumentProblem, repeated } from '../document-problem.ts';
import { languages } from '../text.ts';
import { builtInFor, residentCommon } from './built-in.ts';
import { checkLiquid, type LiquidProblem, placeOf } from './liquid.ts';
import type { Templates, Words } from './templates.ts';
import { type Audience, standingOf } from './variables.ts';

/** Problems of one place in one language, for who is typing in it. */
export const wordProblems = (source: string, audience: Audience, inSubject: boolean): LiquidProblem[] =>
  checkLiquid(source, standingOf(audience, inSubject));

/** Words that break a mail, name what is not there, or would put a person's name into a subject. */
export function templatesProblems({ notices, staff, common }: Templates): DocumentProblem[] {
  const noticeFields = ['subject', 'headline', 'before', 'after', 'button', 'toldLabel'] as const;
  const staffFields = ['subject', 'headline', 'intro'] as const;
  const ids = [
    ...notices.map(({ id }, i) => ({ id, audience: 'resident', path: ['notices', i, 'id'] })),
    ...staff.map(({ id }, i) => ({ id, audience: 'staff', path: ['staff', i, 'id'] })),
  ];
  const taken = ids.filter(({ id, audience }, i) => {
    const builtIn = builtInFor(id);
    return (builtIn !== null && builtIn !== audience) || ids.findIndex((one) => one.id === id) < i;
  });
  return [
    ...taken.map(({ id, path }): DocumentProblem => ({ path, code: 'already_used', value: id })),
    ...repeated(
      common,
      ({ id }) => id,
      (i) => ['common', i, 'id'],
    ),
    ...notices.flatMap((notice, i) =>
      noticeFields.flatMap((field) => inBoth(notice[field], 'resident', field === 'subject', ['notices', i, field])),
    ),
    ...staff.flatMap((mail, i) =>
      staffFields.flatMap((field) => inBoth(mail[field], 'staff', field === 'subject', ['staff', i, field])),
    ),
    ...common.flatMap(({ id, words }, i) =>
      inBoth(words, residentCommon.has(id) ? 'resident' : 'staff', false, ['common', i, 'words']),
    ),
  ];
}

function inBoth(words: Words, audience: Audience, inSubject: boolean, path: (string | number)[]): DocumentProblem[] {
  return languages.flatMap((language) => {
    const source = words[language];
    return wordProblems(source, audience, inSubject).map(({ code, at, value }): DocumentProblem => {
      const { line, column } = placeOf(source, at);
      return { path: [...path, language], code, value, at: { line, column } };
    });
  });
}
