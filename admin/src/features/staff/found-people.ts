import type { Person, Role } from '#domain/organisation';

export interface StaffFilter {
  /** Part of a name in either language, of the firm, of the mail address or of the phone number. */
  text: string;
  site?: string | undefined;
  role?: Role | undefined;
  active: boolean;
}

/** As in the domain, without its schemas. */
export const ROLES: readonly Role[] = ['admin', 'manager', 'staff', 'viewer', 'contractor'];

const digits = (text: string) => text.replace(/\D/g, '');

/** People the filter lets through, in the order of the document; `seen`: sites whose people are shown, null for all. */
export function foundPeople(
  people: readonly Person[],
  { text, site, role, active }: StaffFilter,
  seen: readonly string[] | null,
): Person[] {
  const wanted = text.trim().toLowerCase();
  const matches = ({ name, email, phone = '', firm = '' }: Person) =>
    [name['zh-CN'], name.en, email, phone, firm].some((part) => part.toLowerCase().includes(wanted)) ||
    (digits(wanted).length >= 4 && digits(phone).includes(digits(wanted)));
  return people.filter(
    (person) =>
      person.active === active &&
      (role === undefined || person.role === role) &&
      (site === undefined || person.sites.includes(site)) &&
      (seen === null || person.sites.length === 0 || person.sites.some((id) => seen.includes(id))) &&
      (wanted === '' || matches(person)),
  );
}
