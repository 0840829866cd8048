import { answerKey, judge } from '#domain/checklist-answers';
import { checkValueWords } from '#domain/checklist-words';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import { Thumbs } from '../complaint/photos.tsx';
import { useWorkplace } from '../workplace/workplace.tsx';
import type { SectionProps } from './section-form.tsx';

/** A section as it was found: each point in words, with who saw it and when. */
export function SectionAnswers({ item, order, asset, section }: SectionProps) {
  const { t, language } = useWords();
  const { names } = useWorkplace();
  const when = useWhen(item.site);
  return (
    <dl className="checklist-answers">
      {section.items.map((point) => {
        const key = answerKey(asset, section.id, point.id);
        const answer = Object.hasOwn(order.answers, key) ? order.answers[key] : undefined;
        return (
          <div key={point.id}>
            <dt>{point.label[language]}</dt>
            {answer ? (
              <dd data-verdict={judge(point, answer.value)}>
                <span>{checkValueWords(point, answer.value, language)}</span>
                {answer.note && <q>{answer.note}</q>}
                <span className="quiet">
                  {names.person(answer.by)} · {when.at(answer.at)}
                </span>
                <Thumbs complaint={item.id} photos={answer.photos} />
              </dd>
            ) : (
              <dd className="quiet">{t('check.unanswered')}</dd>
            )}
          </div>
        );
      })}
    </dl>
  );
}
