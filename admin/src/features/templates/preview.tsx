import { SendOutlined } from '@ant-design/icons';
import { type HttpError, useCustom, useDataProvider } from '@refinedev/core';
import { App, Button, Form, Segmented, Select } from 'antd';
import { useState } from 'react';
import { templatesProblems } from '#domain/templates/check';
import type { Templates } from '#domain/templates/templates';
import type { Language } from '#domain/text';
import type { ComplaintSummary } from '#http/schemas/complaint';
import type { MailPreviews } from '#http/schemas/words';
import { useCursorList } from '../../components/cursor-list.ts';
import { useDebounced } from '../../components/debounced.ts';
import { Labelled } from '../../components/labelled.tsx';
import { usePhone } from '../../components/media.ts';
import { Empty, Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWords } from '../../i18n/language.ts';
import { useWorkplace } from '../workplace/workplace.tsx';

interface PreviewProps {
  template: string;
  body: Templates;
}

/** The mail as it would be about a real complaint, on a desk and on a phone; and a real one to oneself. */
export function Preview({ template, body }: PreviewProps) {
  const { t, language } = useWords();
  const { names, site } = useWorkplace();
  const narrow = usePhone();
  const [shown, setShown] = useState<Language>(language);
  const [chosen, setChosen] = useState<string | null>(null);
  const list = useCursorList<ComplaintSummary>({
    resource: 'complaints',
    filters: { site: site?.id, list: 'all' },
    enabled: site !== null,
  });
  const complaint = list.rows.find(({ id }) => id === chosen)?.id ?? list.rows[0]?.id ?? null;
  const settled = useDebounced(body, 350);
  const broken = templatesProblems(body).length > 0;
  const { query } = useCustom<MailPreviews, HttpError>({
    url: '/api/templates/preview',
    method: 'post',
    config: { payload: { complaint, template, body: settled } },
    queryOptions: {
      enabled: complaint !== null && templatesProblems(settled).length === 0,
      placeholderData: (before) => before,
      retry: false,
    },
    errorNotification: false,
  });
  const mail = query.data?.data.mails.find((one) => one.language === shown);
  return (
    <section className="panel mail-preview" aria-label={t('tpl.preview')}>
      <div className="panel-head">
        <h2>{t('tpl.preview')}</h2>
        <Segmented<Language>
          aria-label={t('tpl.previewLanguage')}
          value={shown}
          onChange={setShown}
          options={[
            { value: 'zh-CN', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
        />
      </div>
      {list.loading && <RowsSkeleton />}
      {list.error && <Failed error={list.error} retry={list.retry} />}
      {!list.loading && !list.error && complaint === null && (
        <Empty title={t('tpl.previewNone')} hint={t('tpl.previewNoneHint')} />
      )}
      {complaint !== null && (
        <>
          <Form component="div" layout="vertical" className="mail-preview-on">
            <Labelled label={t('tpl.previewOn')}>
              {(id) => (
                <Select
                  id={id}
                  showSearch
                  optionFilterProp="label"
                  value={complaint}
                  onChange={setChosen}
                  options={list.rows.map((row) => ({
                    value: row.id,
                    label: `${row.number} · ${names.category(row.category)}`,
                  }))}
                />
              )}
            </Labelled>
            <TestButton request={{ complaint, template, body, language: shown }} disabled={broken} />
          </Form>
          {broken && <p className="quiet">{t('tpl.previewBroken')}</p>}
          {query.error && !broken && <Failed error={query.error} retry={() => void query.refetch()} />}
          {query.isPending && !broken && !query.error && <RowsSkeleton />}
          {mail && (
            <>
              <p className="mail-subject">
                <span className="quiet">{t('tpl.line')}</span>
                <strong>{mail.subject}</strong>
              </p>
              <div className="mail-frames">
                {(narrow ? (['phone'] as const) : (['desk', 'phone'] as const)).map((where) => (
                  <figure key={where} data-where={where}>
                    <figcaption className="quiet">{t(`tpl.${where}`)}</figcaption>
                    <iframe
                      title={t('tpl.frame', { where: t(`tpl.${where}`) })}
                      sandbox=""
                      srcDoc={mail.html}
                      data-stale={query.isPlaceholderData || broken}
                    />
                  </figure>
                ))}
              </div>
            </>
          )}
        </>
      )}
    </section>
  );
}

interface TestRequest extends PreviewProps {
  complaint: string;
  language: Language;
}

function TestButton({ request, disabled }: { request: TestRequest; disabled: boolean }) {
  const { t } = useWords();
  const { notification } = App.useApp();
  const { custom } = useDataProvider()();
  const [busy, setBusy] = useState(false);
  const send = async () => {
    if (!custom) return;
    setBusy(true);
    try {
      const { data } = await custom<{ to: string }>({ url: '/api/templates/test', method: 'post', payload: request });
      notification.success({ message: t('tpl.tested', { to: data.to }) });
    } catch (thrown) {
      notification.error({ message: (thrown as HttpError).message });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button icon={<SendOutlined />} loading={busy} disabled={disabled} onClick={() => void send()}>
      {t('tpl.test')}
    </Button>
  );
}
