import type { ReactNode } from 'react';
import { localDate, localTime } from '#domain/time';
import { severityLabel, statusLabel } from '#domain/words';
import type { ComplaintDetail, TimelineRow } from '#http/schemas/complaint';
import { capital } from '../../components/capital.ts';
import { useWords } from '../../i18n/language.ts';
import { useNow } from '../clock/system-clock.tsx';
import { tellRow } from '../complaint/tell-row.ts';
import { photosOf, shownRows } from '../complaint/use-timeline.ts';
import { useWorkplace, useZone } from '../workplace/workplace.tsx';
import { Evidence } from './evidence.tsx';

const WANTS = ['heard', 'respect', 'compensation', 'solution'] as const;
const CHANNELS = ['desk', 'phone', 'message', 'web', 'staff'] as const;

interface FormSheetProps {
  complaint: ComplaintDetail;
  /** The whole timeline. */
  rows: readonly TimelineRow[];
}

/** All that stands on the paper form: intake, handling in plain words, evidence, the resident's opinion, signatures. */
export function FormSheet({ complaint, rows }: FormSheetProps) {
  const { t, language } = useWords();
  const { me, names } = useWorkplace();
  const zone = useZone(complaint.site);
  const now = useNow();
  /** On paper a time is read years later: always the whole date. */
  const at = (instant: string | number) => {
    const ms = typeof instant === 'number' ? instant : Date.parse(instant);
    return `${localDate(ms, zone)} ${localTime(ms, zone)}`;
  };
  const { reporter, promises, verdict } = complaint;
  const wants = WANTS.find((want) => want === complaint.wants);
  const channel = CHANNELS.find((one) => one === complaint.channel);
  const photos = [...new Set([...complaint.photos, ...rows.flatMap(photosOf)])];
  return (
    <article className="sheet">
      <header>
        <p>
          {me.company.name[language]} · {names.site(complaint.site)}
        </p>
        <h1>{t('form.title')}</h1>
        <p>
          {t('form.number')} <strong>{complaint.number}</strong>
        </p>
      </header>

      <Part title={t('form.partIntake')}>
        <dl className="sheet-facts">
          <Fact term={t('form.resident')}>{reporter.name ?? t('reporter.unknown')}</Fact>
          <Fact term={t('form.phone')}>{reporter.phone}</Fact>
          <Fact term={t('form.where')}>{names.place(complaint)}</Fact>
          <Fact term={t('intake.channel')}>{channel && t(`channel.${channel}`)}</Fact>
          <Fact term={t('form.filedAt')}>{at(complaint.createdAt)}</Fact>
          <Fact term={t('form.takenBy')}>{complaint.takenBy && names.person(complaint.takenBy)}</Fact>
          <Fact term={t('item.category')}>{names.category(complaint.category)}</Fact>
          <Fact term={t('item.severity')}>
            {capital(severityLabel(complaint.severity, language))}
            {complaint.major && ` · ${t('item.major')}`}
          </Fact>
          <Fact term={t('item.department')}>{names.department(complaint.site, complaint.department)}</Fact>
          <Fact term={t('item.owner')}>{complaint.owner && names.person(complaint.owner)}</Fact>
          <Fact term={t('item.status')}>{statusLabel(complaint.status, language)}</Fact>
          <Fact term={t('form.endedAt')}>{complaint.endedAt && at(complaint.endedAt)}</Fact>
          <Fact term={t('form.promises')}>
            {promises.kept + promises.broken > 0 && t('form.promisesSaid', promises)}
          </Fact>
          <Fact term={t('form.incident')}>
            {complaint.incident && `${complaint.incident.number} ${complaint.incident.title}`}
          </Fact>
          <Fact term={t('form.description')} wide>
            {complaint.description}
          </Fact>
          <Fact term={t('intake.since')} wide>
            {complaint.since}
          </Fact>
          <Fact term={t('intake.alreadySaid')} wide>
            {complaint.alreadySaid}
          </Fact>
          <Fact term={t('intake.wants')} wide>
            {wants && t(`wants.${wants}`)}
          </Fact>
          {complaint.answers.map(({ field, label, shown }) => (
            <Fact key={field} term={label[language]}>
              {shown[language]}
            </Fact>
          ))}
        </dl>
      </Part>

      <Part title={t('form.partHandling')}>
        <table className="sheet-rows">
          <tbody>
            {handlingOf(rows).map((row) => {
              const { title, lines } = tellRow(row, { language, names, site: complaint.site, when: at });
              return (
                <tr key={row.seq}>
                  <th scope="row">{at(row.at)}</th>
                  <td>
                    {title}
                    {lines.map(({ words }) => (
                      <p key={words}>{words}</p>
                    ))}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Part>

      <Part title={t('form.partEvidence')}>
        <Evidence complaint={complaint.id} photos={photos} />
      </Part>

      <Part title={t('form.partOpinion')}>
        {verdict ? (
          <dl className="sheet-facts">
            <Fact term={t('field.verdict')}>{t(`verdict.${verdict.verdict}`)}</Fact>
            <Fact term={t('form.score')}>{verdict.score && t('form.scoreSaid', { score: verdict.score })}</Fact>
            <Fact term={t('form.opinion')} wide>
              {verdict.opinion}
            </Fact>
          </dl>
        ) : (
          <p>{t('form.noVerdict')}</p>
        )}
      </Part>

      <Part title={t('form.partSign')}>
        <dl className="sheet-sign">
          {(['signHandler', 'signHead', 'signResident'] as const).map((who) => (
            <div key={who}>
              <dt>{t(`form.${who}`)}</dt>
              <dd />
              <dt>{t('form.signDate')}</dt>
              <dd />
            </div>
          ))}
        </dl>
      </Part>
      <footer>{t('form.printedAt', { when: at(now), person: me.person.name[language] })}</footer>
    </article>
  );
}

/** Mails sent are proof of delivery, for the screen; the paper tells what was done. */
const handlingOf = (rows: readonly TimelineRow[]): TimelineRow[] =>
  shownRows(rows).filter(({ type }) => type !== 'sent');

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** Left out when there is nothing to say. */
function Fact({ term, wide = false, children }: { term: string; wide?: boolean; children: ReactNode }) {
  if (children === null || children === undefined || children === false || children === '') return null;
  return (
    <div data-wide={wide}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
