import { Link } from 'react-router';
import { dayWords } from '../../components/day-words.ts';
import { Fact } from '../../components/fact.tsx';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import { useMay } from '../workplace/may.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import type { OrderProps } from './order-page.tsx';

/** What is to be done, at what, and where it comes from. */
export function OrderFacts({ item, order }: OrderProps) {
  const { t, language } = useWords();
  const { names } = useWorkplace();
  const when = useWhen(item.site);
  const mayRead = useMay('asset.read');
  const mayList = useMay('item.list');
  const { plan, assets, impact, responsible, deputy } = order;
  return (
    <>
      <p className="prose">{item.description}</p>
      <dl className="facts">
        <Fact term={t('order.assets')}>
          {assets.length > 0 && (
            <ul className="plain-list">
              {assets.map(({ id, name, number, place }) => (
                <li key={id}>
                  {mayRead ? <Link to={`/assets/${id}`}>{name}</Link> : name}
                  <span className="quiet">{[number, place].filter(Boolean).join(' · ')}</span>
                </li>
              ))}
            </ul>
          )}
        </Fact>
        <Fact term={t('order.kind')}>{names.kind(item.site, item.category)}</Fact>
        <Fact term={t('order.planned')}>
          {plan &&
            t('order.plannedWords', {
              name: plan.name[language],
              date: dayWords(plan.date, language),
              until: when.at(plan.until),
            })}
        </Fact>
        <Fact term={t('nav.patrols')}>
          {order.patrol && mayList ? (
            <Link to={`/patrols/${item.id}`}>{t('order.walked', order.patrol)}</Link>
          ) : (
            order.patrol && t('order.walked', order.patrol)
          )}
        </Fact>
        <Fact term={t('order.impact')}>{impact && t(`felt.${impact}`)}</Fact>
        <Fact term={t('order.responsible')}>
          {responsible && [responsible, deputy].flatMap((id) => (id ? [names.person(id)] : [])).join(' · ')}
        </Fact>
        <Fact term={t('item.department')}>{names.department(item.site, item.department)}</Fact>
        <Fact term={t('detail.filed')}>
          {when.at(item.createdAt)}
          {item.takenBy && ` · ${names.person(item.takenBy)}`}
        </Fact>
        <Fact term={t('order.inspection')}>
          {order.inspected && (order.declined > 0 ? t('order.declined', { count: order.declined }) : t('order.asked'))}
        </Fact>
      </dl>
    </>
  );
}
