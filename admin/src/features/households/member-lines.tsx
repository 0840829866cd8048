import type { HouseholdMember } from '#domain/household';
import { Address } from '../../components/address.tsx';
import { useWords } from '../../i18n/language.ts';

/** Name and relation: "李女士 · 业主". */
export function MemberName({ member }: { member: HouseholdMember }) {
  const { t } = useWords();
  return (
    <span>
      {member.name}
      {member.relation && <span className="quiet"> · {t(`relation.${member.relation}`)}</span>}
    </span>
  );
}

/** Numbers and addresses to tap; nothing for readers who are shown none. */
export function MemberContact({ member }: { member: HouseholdMember }) {
  return (
    <>
      {member.phone && (
        <a className="row-phone" href={`tel:${member.phone.replace(/[^+\d]/g, '')}`}>
          {member.phone}
        </a>
      )}
      {member.email && (
        <a className="row-mail" href={`mailto:${member.email}`}>
          <Address email={member.email} />
        </a>
      )}
    </>
  );
}

/** "English · 电话 · 18:00 以后"; the site's own language needs no saying. */
export function MemberWishes({ member, usual }: { member: HouseholdMember; usual: string | undefined }) {
  const { t } = useWords();
  const wishes = [
    member.language === usual ? null : member.language === 'en' ? 'English' : '中文',
    member.channel && t(`prefers.${member.channel}`),
    member.preferredTime,
  ].filter(Boolean);
  return wishes.length === 0 ? null : <span>{wishes.join(' · ')}</span>;
}
