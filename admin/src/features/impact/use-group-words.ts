import { siteOf } from '#domain/document-id';
import type { InFlightGroup } from '#http/schemas/impact';
import { useWords } from '../../i18n/language.ts';
import { useWorkplace } from '../workplace/workplace.tsx';

/** Groups in words: "Acknowledge", "Version 3 · not escalated". `id`: the workflow they are looked at from. */
export function useGroupWords(id: string) {
  const { t, language } = useWords();
  const { names } = useWorkplace();
  return ({ workflow, step, label, level }: InFlightGroup) => {
    const { version } = workflow;
    const site = siteOf(workflow.id);
    const runsOn =
      workflow.id === id
        ? t('impact.version', { version })
        : site === null
          ? t('impact.versionDefault', { version })
          : t('impact.versionSite', { version, site: names.site(site) });
    const climbed = level === 0 ? t('impact.notClimbed') : t('impact.level', { level: level + 1 });
    return { name: label?.[language] ?? step, standing: `${runsOn} · ${climbed}` };
  };
}
