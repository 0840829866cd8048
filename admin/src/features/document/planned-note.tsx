import { type HttpError, useCustom } from '@refinedev/core';
import { App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import { differences } from './diff.ts';
import { Difference } from './difference.tsx';
import type { Kind, Version } from './kinds.ts';
import { useAuthor } from './use-author.ts';
import type { OpenDocument } from './use-document.ts';

/** What is planned to be published, or was not published as planned and why. */
export function PlannedNote<K extends Kind>({ document }: { document: OpenDocument<K> }) {
  const { t } = useWords();
  const { notification } = App.useApp();
  const by = useAuthor();
  const when = useWhen(undefined);
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const { planned, cancelPlan } = document.shared;
  if (!planned) return null;
  const failed = planned.state === 'failed';
  const cancel = async (keep: boolean) => {
    setBusy(true);
    const done = await cancelPlan(keep);
    setBusy(false);
    if (done && !failed && !keep) notification.success({ message: t('plan.cleared') });
  };
  const names = { author: by(planned.author), when: when.at(planned.at), note: planned.note };
  return (
    <div className="doc-note" data-trouble={failed || planned.stale} role={failed ? 'alert' : 'status'}>
      <strong>{t(failed ? 'plan.failed' : 'plan.standing', names)}</strong>
      <span className="quiet">{t(failed ? 'plan.by' : 'plan.note', names)}</span>
      {planned.stale && <span className="field-error">{t('plan.stale')}</span>}
      {planned.why.map((line) => (
        <span key={line} className="field-error">
          {line}
        </span>
      ))}
      {open && <Frozen document={document} expected={planned.expected} />}
      <span className="form-buttons">
        <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'doc.hideChanges' : 'doc.showChanges')}
        </Button>
        {planned.cancellable && failed && (
          <>
            <Button size="small" loading={busy} onClick={() => void cancel(false)}>
              {t('plan.clear')}
            </Button>
            <Button size="small" type="primary" loading={busy} onClick={() => void cancel(true)}>
              {t('plan.takeUp')}
            </Button>
          </>
        )}
        {planned.cancellable && !failed && (
          <Popconfirm
            title={t('plan.withdrawAsk')}
            description={t('plan.withdrawHint')}
            okText={t('plan.withdrawKeep')}
            cancelText={t('plan.withdraw')}
            onConfirm={() => void cancel(true)}
            onCancel={(event) => {
              // Escape and a click elsewhere only close the question.
              if (event?.type === 'click') void cancel(false);
            }}
          >
            <Button size="small" loading={busy}>
              {t('plan.withdraw')}
            </Button>
          </Popconfirm>
        )}
      </span>
    </div>
  );
}

/** The frozen body against the version it was based on. */
function Frozen<K extends Kind>({ document, expected }: { document: OpenDocument<K>; expected: number }) {
  const url = `/api/documents/${document.kind}/${document.id}`;
  const { query: frozen } = useCustom<Version, HttpError>({
    url: `${url}/planned`,
    method: 'get',
    errorNotification: false,
  });
  const { query: base } = useCustom<Version, HttpError>({
    url,
    method: 'get',
    config: { query: { version: expected } },
    queryOptions: { enabled: expected > 0, staleTime: Number.POSITIVE_INFINITY },
    errorNotification: false,
  });
  const error = frozen.error ?? base.error;
  if (error) return <Failed message={error.message} retry={() => void frozen.refetch()} />;
  if (!frozen.data || (expected > 0 && !base.data)) return <RowsSkeleton />;
  const [before, after] = [base.data?.data.body, frozen.data.data.body];
  return (
    <div className="doc-bar-changes">
      <Difference changes={differences(before ?? {}, after)} bodies={[after, before]} />
    </div>
  );
}
