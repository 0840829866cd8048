import { slugOf } from '#domain/slug-of';
import { builtInCommon, defaultTemplates } from '#domain/templates/built-in';
import type { CommonName, Notice, StaffMail, Templates, Words } from '#domain/templates/templates';
import type { Text } from '#domain/text';

/** Which list a template is in. */
export type Part = 'notices' | 'staff';

const putIn = <T extends { id: string }>(list: readonly T[], entry: T): T[] =>
  list.some(({ id }) => id === entry.id) ? list.map((one) => (one.id === entry.id ? entry : one)) : [...list, entry];

export const withNotice = (body: Templates, notice: Notice): Templates => ({
  ...body,
  notices: putIn(body.notices, notice),
});
export const withStaff = (body: Templates, mail: StaffMail): Templates => ({ ...body, staff: putIn(body.staff, mail) });
export const withCommon = (body: Templates, id: CommonName, words: Words): Templates => ({
  ...body,
  common: putIn(body.common, { id, words }),
});

/** As published or built in: what the document does not name is shown, and named once it is changed. */
export const noticesOf = (body: Templates): Notice[] => [
  ...defaultTemplates.notices.map((own) => body.notices.find(({ id }) => id === own.id) ?? own),
  ...body.notices.filter(({ id }) => !defaultTemplates.notices.some((own) => own.id === id)),
];
export const staffOf = (body: Templates): StaffMail[] => [
  ...defaultTemplates.staff.map((own) => body.staff.find(({ id }) => id === own.id) ?? own),
  ...body.staff.filter(({ id }) => !defaultTemplates.staff.some((own) => own.id === id)),
];
export const commonIn = (body: Templates, id: CommonName): Words =>
  body.common.find((one) => one.id === id)?.words ?? builtInCommon[id];

/** A template of the company's own, beginning with the words of the general one. @returns the body and the new id */
export function withOwn(body: Templates, part: Part, name: Text): { body: Templates; id: string } {
  const taken = [...noticesOf(body), ...staffOf(body)].map(({ id }) => id);
  const slug = slugOf(name.en, taken, part === 'notices' ? 'notice' : 'mail').slice(0, 40);
  const id = /^[a-z]/.test(slug) ? slug : `t-${slug}`.slice(0, 40);
  const [notice] = noticesOf(body).filter((one) => one.id === 'general');
  const [mail] = staffOf(body).filter((one) => one.id === 'asked');
  if (part === 'notices' && notice) return { id, body: withNotice(body, { ...notice, id, name }) };
  return mail ? { id, body: withStaff(body, { ...mail, id, name }) } : { id, body };
}

export const without = (body: Templates, id: string): Templates => ({
  ...body,
  notices: body.notices.filter((one) => one.id !== id),
  staff: body.staff.filter((one) => one.id !== id),
});
