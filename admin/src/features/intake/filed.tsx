import { Button, Result } from 'antd';
import { useEffect, useRef } from 'react';
import { Link, useNavigate } from 'react-router';
import { limitWords } from '#domain/words';
import { useWords } from '../../i18n/language.ts';
import { categoryAt, routingAt } from '../workplace/site-routing.ts';
import { useWorkplace } from '../workplace/workplace.tsx';

export interface FiledAnswer {
  id: string;
  number: string;
  joined: boolean;
  repeatOf: string | null;
}
interface FiledProps {
  filed: FiledAnswer;
  category: string;
  verified: boolean;
  again: () => void;
}

/** The number to tell the resident, what happens next, and where to look. */
export function Filed({ filed, category: id, verified, again }: FiledProps) {
  const { t, language } = useWords();
  const { names, directory, site } = useWorkplace();
  const navigate = useNavigate();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    // The form it stands in place of was long, and was sent from its end.
    window.scrollTo(0, 0);
  }, []);
  const category = categoryAt(directory, site?.id, id);
  const limits = category && (category.limits ?? routingAt(directory, site?.id).limits[category.severity]);
  const next = () => {
    if (filed.joined) return t('filed.joined');
    if (!verified) return t('filed.toVerify');
    if (!category || !limits) return '';
    const department = names.department(site?.id ?? '', category.department);
    return t('filed.next', { department, limit: limitWords(limits.acknowledge, language) });
  };
  return (
    <Result
      status="success"
      title={
        <h1 ref={heading} tabIndex={-1} className="filed-title">
          {t(filed.joined ? 'filed.titleJoined' : 'filed.title', { number: filed.number })}
        </h1>
      }
      subTitle={
        <>
          {next()}
          {filed.repeatOf && (
            <span className="filed-repeat">
              <Link to={`/complaints/${filed.repeatOf}`}>{t('filed.repeat')}</Link>
            </span>
          )}
        </>
      }
      extra={[
        <Button key="open" type="primary" onClick={() => navigate(`/complaints/${filed.id}`)}>
          {t('filed.open')}
        </Button>,
        <Button key="again" onClick={again}>
          {t('filed.again')}
        </Button>,
      ]}
    />
  );
}
