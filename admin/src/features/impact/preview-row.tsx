import { Link } from 'react-router';
import type { Definition } from '#domain/workflow/definition';
import type { MovePreview } from '#http/schemas/impact';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import { useNow } from '../clock/system-clock.tsx';
import { useWorkplace } from '../workplace/workplace.tsx';

type Outlook = NonNullable<MovePreview['outlook']>;
type Mails = NonNullable<Outlook['now']>;

/** One complaint: its deadline and next mails before and after, or why it stays. */
export function PreviewRow({ row, target }: { row: MovePreview; target: Definition }) {
  const { t, language } = useWords();
  const { names, me } = useWorkplace();
  const { item, refused, outlook } = row;
  const moves = outlook !== null && outlook.before.step !== outlook.after.step;
  const step = target.steps.find(({ id }) => id === outlook?.after.step)?.label[language];
  return (
    <li className="impact-row">
      <span className="impact-row-head">
        <Link to={`/complaints/${item.id}`}>{item.number}</Link>
        {me.sites.length > 1 && <span className="quiet">{names.site(item.site)}</span>}
      </span>
      {refused && <span className="impact-refused">{t('impact.refused', { why: refused.message })}</span>}
      {moves && step !== undefined && <span>{t('impact.entersStep', { step })}</span>}
      {outlook && <Comparison outlook={outlook} site={item.site} />}
    </li>
  );
}

function Comparison({ outlook: { before, after, now }, site }: { outlook: Outlook; site: string }) {
  const { t, language } = useWords();
  const { names } = useWorkplace();
  const present = useNow();
  const when = useWhen(site);
  const due = (at: string | null, isNew: boolean) => {
    if (at === null) return t('impact.noLimit');
    return isNew && Date.parse(at) <= present ? t('impact.atOnce') : when.at(at);
  };
  const people = ({ people: ids, resident }: Mails) =>
    [...ids.map((id) => names.person(id)), ...(resident ? [t('impact.resident')] : [])].join(
      language === 'en' ? ', ' : '、',
    );
  const next = (mails: Mails | null, isNew: boolean) =>
    mails === null ? t('impact.noMails') : t('impact.mailsAt', { when: due(mails.at, isNew), people: people(mails) });
  return (
    <dl className="impact-compare">
      <dt>{t('impact.due')}</dt>
      <Change from={due(before.due, false)} to={due(after.due, true)} />
      <dt>{t('impact.nextMails')}</dt>
      <Change from={next(before.next, false)} to={next(after.next, true)} />
      {now && (
        <>
          <dt>{t('impact.mailsNow')}</dt>
          <dd>{people(now)}</dd>
        </>
      )}
    </dl>
  );
}

function Change({ from, to }: { from: string; to: string }) {
  const { t } = useWords();
  if (from === to)
    return (
      <dd>
        {to} <span className="quiet">{t('impact.unchanged')}</span>
      </dd>
    );
  return (
    <dd className="difference-values">
      <del className="quiet">{from}</del>
      <span aria-hidden="true">→</span>
      <ins>{to}</ins>
    </dd>
  );
}
