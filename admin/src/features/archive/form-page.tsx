import { ArrowLeftOutlined, PrinterOutlined } from '@ant-design/icons';
import { type HttpError, useOne } from '@refinedev/core';
import { Button } from 'antd';
import { useEffect } from 'react';
import { Link, useParams } from 'react-router';
import type { ComplaintDetail } from '#http/schemas/complaint';
import { LanguageSwitch } from '../../components/language-switch.tsx';
import { usePageTitle } from '../../components/page-title.ts';
import { Failed, PageSkeleton } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import { useTimeline } from '../complaint/use-timeline.ts';
import { FormSheet } from './form-sheet.tsx';

/** The complaint form (用户意见受理表) on A4, without the panel around it. */
export default function FormPage() {
  const { t } = useWords();
  const { id = '' } = useParams();
  const { query } = useOne<ComplaintDetail, HttpError>({ resource: 'complaints', id, errorNotification: false });
  const complaint = query.data?.data;
  usePageTitle(complaint ? `${t('form.title')} ${complaint.number}` : t('form.title'));
  if (query.isPending) return <PageSkeleton />;
  if (!complaint) return <Failed error={query.error} retry={() => void query.refetch()} />;
  return <Whole complaint={complaint} />;
}

/** A form is printed whole: the timeline is read to its end first. */
function Whole({ complaint }: { complaint: ComplaintDetail }) {
  const { t } = useWords();
  const { query, rows } = useTimeline(complaint);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const whole = query.isSuccess && !hasNextPage;
  return (
    <main className="form-page" id="main">
      <div className="form-bar">
        <Link to={`/complaints/${complaint.id}`} className="back">
          <ArrowLeftOutlined aria-hidden /> {t('form.back')}
        </Link>
        <LanguageSwitch />
        <Button type="primary" icon={<PrinterOutlined />} disabled={!whole} onClick={() => window.print()}>
          {t('form.print')}
        </Button>
      </div>
      {query.error && rows.length === 0 ? (
        <Failed message={query.error.message} retry={() => void query.refetch()} />
      ) : whole ? (
        <FormSheet complaint={complaint} rows={rows} />
      ) : (
        <PageSkeleton />
      )}
    </main>
  );
}
