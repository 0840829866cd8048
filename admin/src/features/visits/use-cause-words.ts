import type { VisitCause } from '#domain/visit-rules';
import { useWords } from '../../i18n/language.ts';
import { useWorkplace } from '../workplace/workplace.tsx';

/** As it stands within a sentence: "A building" -> "a building". */
const within = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1);

/** What a rule follows, in one line. */
export function useCauseWords(): (cause: VisitCause) => string {
  const { t } = useWords();
  const { nameOf } = useBuildingNames();
  return (cause) => {
    switch (cause.kind) {
      case 'complaint':
      case 'repair':
        return t(cause.when === null ? `visitRules.after.${cause.kind}` : `visitRules.afterSome.${cause.kind}`);
      case 'felt':
        return t('visitRules.afterFelt', {
          felt: cause.impacts.map((impact) => within(t(`felt.${impact}`))).join(t('visitRules.or')),
          most: cause.most,
        });
      case 'handover':
        return t('visitRules.afterHandover', { days: cause.days });
      case 'periodic':
        return t('visitRules.afterPeriodic', {
          days: cause.everyDays,
          where: cause.buildings.length === 0 ? t('visitRules.allBuildings') : cause.buildings.map(nameOf).join(', '),
        });
    }
  };
}

/** Buildings by name; with their site where there are several. */
export function useBuildingNames() {
  const { language } = useWords();
  const { directory, me } = useWorkplace();
  const options = me.sites.flatMap((site) =>
    directory.buildings
      .filter((building) => building.site === site.id)
      .map((building) => ({
        value: building.id,
        label: me.sites.length > 1 ? `${site.name[language]} · ${building.name[language]}` : building.name[language],
      })),
  );
  const nameOf = (id: string) => options.find(({ value }) => value === id)?.label ?? id;
  return { options, nameOf };
}
