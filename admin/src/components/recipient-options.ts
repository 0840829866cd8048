import type { Recipient } from '#domain/recipients';
import { useStaffDirectory } from '../features/workplace/staff-directory.ts';
import { useWorkplace } from '../features/workplace/workplace.tsx';
import { useWords } from '../i18n/language.ts';
import { useItemKind } from './item-kind.ts';
import { useRecipientWords } from './recipient-words.ts';

/** One value for a recipient: what a list of choices and a list of rows know it by. */
export const keyOf = (recipient: Recipient): string =>
  [recipient.kind, ...Object.entries(recipient).flatMap(([name, value]) => (name === 'kind' ? [] : [value]))].join(':');

interface Group {
  label: string;
  options: { value: string; label: string; recipient: Recipient }[];
}

/** Everybody who may be chosen, by what they are: whoever the item concerns, departments, posts, rosters, people. */
export function useRecipientOptions(chosen: readonly Recipient[]): Group[] {
  const { t } = useWords();
  const kind = useItemKind();
  const { directory, me } = useWorkplace();
  const words = useRecipientWords();
  const rosters = useStaffDirectory()?.rosters.rosters ?? [];
  const known = new Set(chosen.map(keyOf));
  const own = new Set(me.sites.map(({ id }) => id));
  const departments = ['item', ...new Set(directory.departments.map(({ id }) => id))];

  const groups: [label: string, recipients: Recipient[]][] = [
    [
      t('people.group.item'),
      [
        { kind: 'owner' },
        ...(kind === 'workOrder' ? ([{ kind: 'responsible' }, { kind: 'patrol' }] as const) : []),
        { kind: 'handler', department: 'item' },
        { kind: 'head', department: 'item' },
        { kind: 'siteDirector' },
        { kind: 'steward' },
        { kind: 'areaCustomerService' },
        { kind: 'areaKeeper' },
        { kind: 'areaRepairer' },
      ],
    ],
    [
      t('people.group.onDuty'),
      [...new Set(rosters.filter(({ site }) => own.has(site)).map(({ id }) => id))].map((roster) => ({
        kind: 'onDuty',
        roster,
      })),
    ],
    [t('people.group.company'), directory.posts.map(({ id }) => ({ kind: 'companyPost', post: id }))],
    [
      t('people.group.departments'),
      departments
        .filter((department) => department !== 'item')
        .flatMap((department): Recipient[] => [
          { kind: 'head', department },
          { kind: 'handler', department },
        ]),
    ],
    [
      t('people.group.people'),
      directory.people
        .filter(({ active, firm }) => active && firm === null)
        .map(({ id }) => ({ kind: 'person', person: id })),
    ],
  ];
  return groups
    .map(([label, recipients]) => ({
      label,
      options: recipients
        .map((recipient) => ({ value: keyOf(recipient), label: words.one(recipient), recipient }))
        .filter(({ value }) => !known.has(value)),
    }))
    .filter(({ options }) => options.length > 0);
}
