import { type HttpError, useCustom } from '@refinedev/core';
import { limitWords, severityLabel } from '#domain/words';
import type { ClockView, ComplaintDetail, Why as WhyAnswer } from '#http/schemas/complaint';
import { Explained } from '../../components/explained.tsx';
import { Fact } from '../../components/fact.tsx';
import { isLimit } from '../../components/is-limit.ts';
import { Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import { useWorkplace } from '../workplace/workplace.tsx';

/** How one deadline came about: rule, limit, what was counted, which days were not and why, make-up days, pauses. */
export default function Why({ complaint, what }: { complaint: ComplaintDetail; what: ClockView['what'] }) {
  const { t, language } = useWords();
  const { at } = useWhen(complaint.site);
  const { directory } = useWorkplace();
  const { query } = useCustom<WhyAnswer & { id?: string }, HttpError>({
    url: `/api/complaints/${complaint.id}/why`,
    method: 'get',
    config: { query: { clock: what } },
    errorNotification: false,
  });
  const why = query.data?.data;
  if (query.isPending) return <RowsSkeleton />;
  if (!why) return <Failed error={query.error} retry={() => void query.refetch()} />;

  const limit = isLimit(why.limit) ? limitWords(why.limit, language) : null;
  const [calendarId, calendarVersion = ''] = why.calendar?.split('@') ?? [];
  const calendar = directory.calendars.find(({ id }) => id === calendarId)?.body.name[language] ?? calendarId;
  return (
    <Explained why={why} at={at}>
      {limit && <Fact term={t('why.limit')}>{why.promised ? t('why.promised') : limit}</Fact>}
      {why.planUntil && <Fact term={t('why.planUntil')}>{at(why.planUntil)}</Fact>}
      <Fact term={t('why.deadline')}>
        <strong>{at(why.deadline)}</strong>
      </Fact>
      <Fact term={t('why.rule')}>
        {t('why.ruleWords', { severity: severityLabel(why.rule.severity, language), version: why.rule.version })}
      </Fact>
      <Fact term={t('why.calendar')}>
        {calendar ? t('why.calendarWords', { name: calendar, version: calendarVersion }) : t('why.roundTheClock')}
      </Fact>
    </Explained>
  );
}
