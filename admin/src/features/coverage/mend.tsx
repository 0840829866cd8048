import { RightOutlined } from '@ant-design/icons';
import { Link } from 'react-router';
import type { Reason } from '#domain/coverage/gap';
import { type Key, useWords } from '../../i18n/language.ts';

interface MendPlace {
  to: string;
  label: Key;
}

/** The part of the organisation's page a post is filled on. */
const PARTS: Partial<Record<string, string>> = {
  steward: 'buildings',
  areaRepairer: 'areas',
  areaKeeper: 'areas',
  areaCustomerService: 'areas',
  companyPost: 'company',
};

/** Where what is missing is put right. */
export function mendPlace(reason: Reason): MendPlace {
  switch (reason.kind) {
    case 'noTurn':
      return { to: '/rosters', label: 'coverage.mend.rosters' };
    case 'away':
      return { to: '/absences', label: 'coverage.mend.absences' };
    case 'awayForGood':
      return { to: '/leaver', label: 'coverage.mend.leaver' };
    case 'inactive':
      return { to: '/organisation?part=site', label: 'coverage.mend.organisation' };
    case 'vacant':
      return { to: `/organisation?part=${PARTS[reason.post.kind] ?? 'site'}`, label: 'coverage.mend.organisation' };
  }
}

/** Ways to the pages that put these reasons right, each page once. */
export function MendLinks({ reasons }: { reasons: readonly Reason[] }) {
  const { t } = useWords();
  const places = new Map(reasons.map(mendPlace).map((place) => [place.to, place]));
  return [...places.values()].map(({ to, label }) => (
    <Link key={to} to={to}>
      {t(label)} <RightOutlined aria-hidden />
    </Link>
  ));
}
