import { compare } from '#domain/improvement/figures';
import type { SharingView } from '#http/schemas/sharing';
import { useWords } from '../../i18n/language.ts';
import { useFigureWords } from '../improvements/figure-words.ts';

/** Each figure beside that of the quarter before; what nobody counted is left out. */
export function SharedFigures({ view }: { view: SharingView }) {
  const { t, language } = useWords();
  const words = useFigureWords();
  const counted = view.figures.filter(({ now, before }) => now.value !== null || before.value !== null);
  if (counted.length === 0) return <p className="quiet">{t('sharing.noFigures')}</p>;
  return (
    <>
      <div className="table-frame">
        <table className="rows sharing-figures" aria-label={t('sharing.figures')}>
          <thead>
            <tr>
              <th scope="col">{t('sharing.figure')}</th>
              <th scope="col">{t('sharing.lastQuarter')}</th>
              <th scope="col">{t('sharing.thisQuarter')}</th>
              <th scope="col">{t('sharing.change')}</th>
            </tr>
          </thead>
          <tbody>
            {counted.map(({ measure, now, before }) => {
              const change = compare(measure, before, now);
              return (
                <tr key={measure}>
                  <th scope="row">{words.measure(measure)}</th>
                  <td>{before.value === null ? '–' : words.value(measure, before.value)}</td>
                  <td>
                    <strong>{now.value === null ? '–' : words.value(measure, now.value)}</strong>
                  </td>
                  <td data-change={change ?? 'none'}>{change ? t(`improve.effect.${change}`) : '–'}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {view.reasons.length > 0 && (
        <>
          <h3 className="sharing-why">{t('sharing.reasons')}</h3>
          <ol className="sharing-reasons">
            {view.reasons.map(({ id, name, count }) => (
              <li key={id}>
                <span>{name?.[language] ?? id}</span>
                <span className="quiet">{t('sharing.times', { count })}</span>
              </li>
            ))}
          </ol>
        </>
      )}
    </>
  );
}
