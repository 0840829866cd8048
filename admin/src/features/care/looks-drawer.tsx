import type { CareLookView } from '#http/schemas/care';
import type { HouseholdDetail } from '#http/schemas/household';
import { useCursorList } from '../../components/cursor-list.ts';
import { Pager } from '../../components/pager.tsx';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { Empty, Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import { useWorkplace } from '../workplace/workplace.tsx';

interface LooksDrawerProps {
  household: HouseholdDetail;
  open: boolean;
  close: () => void;
}

/** Who opened what is sensitive here, for managers. */
export function LooksDrawer({ household, open, close }: LooksDrawerProps) {
  const { t } = useWords();
  return (
    <SideDrawer open={open} title={t('care.looks')} close={close}>
      {open && <Looks household={household} />}
    </SideDrawer>
  );
}

function Looks({ household }: Pick<LooksDrawerProps, 'household'>) {
  const { t } = useWords();
  const list = useCursorList<CareLookView>({ resource: `care/households/${household.id}/looks`, filters: {} });
  if (list.loading) return <RowsSkeleton />;
  if (list.error) return <Failed message={list.error.message} retry={list.retry} />;
  if (list.rows.length === 0) return <Empty title={t('care.noLooks')} hint={t('care.noLooksHint')} />;
  return (
    <>
      <LookRows rows={list.rows} site={household.site} />
      <Pager list={list} />
    </>
  );
}

/** "1 栋楼栋管家 · 打开档案 · 今天 10:05 · 203.0.113" */
export function LookRows({ rows, site }: { rows: readonly CareLookView[]; site: string }) {
  const { t } = useWords();
  const { names } = useWorkplace();
  const when = useWhen(site);
  return (
    <ol className="plain-list">
      {rows.map(({ id, at, by, reason, client, unit, building }) => (
        <li key={id}>
          <strong>{names.person(by)}</strong>
          <span className="quiet">
            {[
              names.place({ site, building, unit, place: null }),
              t(`care.look.${reason}`),
              when.at(at),
              ...(client === null ? [] : [t('care.lookFrom', { client })]),
            ].join(' · ')}
          </span>
        </li>
      ))}
    </ol>
  );
}
