import { type HttpError, useCreate, useList } from '@refinedev/core';
import { Alert, App, Button, Checkbox, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { ComplaintSummary } from '#http/schemas/complaint';
import type { IncidentView } from '#http/schemas/incident';
import { Radios } from '../../components/choice.tsx';
import { useRefreshAll } from '../../components/refresh.ts';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { useWords } from '../../i18n/language.ts';
import type { PanelMeta } from '../../providers/data-provider.ts';
import { createSubmission } from '../../providers/submission.ts';
import { useWorkplace } from '../workplace/workplace.tsx';

interface LinkDrawerProps {
  site: string;
  /** To be linked; with only one the others are chosen here. */
  complaints: readonly ComplaintSummary[];
  open: boolean;
  close: () => void;
}

/** Same cause as others: into an incident that is in work, or a new one with a name. */
export default function LinkDrawer({ site, complaints, open, close }: LinkDrawerProps) {
  const { t } = useWords();
  return (
    <SideDrawer open={open} title={t('same.title')} close={close}>
      {open && <LinkForm site={site} complaints={complaints} close={close} />}
    </SideDrawer>
  );
}

function LinkForm({ site, complaints, close }: Omit<LinkDrawerProps, 'open'>) {
  const { t } = useWords();
  const { names } = useWorkplace();
  const navigate = useNavigate();
  const { notification } = App.useApp();
  const refreshAll = useRefreshAll();
  const [submission] = useState(createSubmission);
  const [incident, setIncident] = useState('');
  const [first] = complaints;
  const [title, setTitle] = useState(first ? suggested(first, names.building, names.category) : '');
  const [others, setOthers] = useState<string[]>([]);
  const single = complaints.length === 1;
  const incidents = useOpenIncidents(site);
  const candidates = useCandidates(site, first, single && incident === '');
  const { mutate, mutation } = useCreate<IncidentView, HttpError, Record<string, unknown>>();
  const ids = [...complaints.map(({ id }) => id), ...(incident === '' && single ? others : [])];
  const enough = incident !== '' || ids.length > 1;
  const link = () =>
    mutate(
      {
        resource: 'incidents',
        values: { complaints: ids, ...(incident === '' ? { title: title.trim() } : { incident }) },
        meta: { submission } satisfies PanelMeta,
        successNotification: false,
        errorNotification: false,
        invalidates: [],
      },
      {
        onSuccess: ({ data }) => {
          notification.success({ message: t('same.linked', { number: data.number }) });
          void refreshAll();
          close();
          navigate(`/incidents/${data.id}`);
        },
      },
    );
  const problem = (field: string) => [mutation.error?.errors?.[field] ?? []].flat().map(String).join(' ');
  return (
    <Form layout="vertical" className="form" onFinish={link}>
      <ul className="plain-list">
        {complaints.map((row) => (
          <li key={row.id}>
            <strong>
              {names.category(row.category)} · {names.place(row)}
            </strong>
            <span className="quiet">{row.number}</span>
          </li>
        ))}
      </ul>
      {incidents.length > 0 && (
        <Form.Item label={t('same.to')}>
          <Radios label={t('same.to')} value={incident} onChange={({ target }) => setIncident(String(target.value))}>
            <Radio value="">{t('same.new')}</Radio>
            {incidents.map((one) => (
              <Radio key={one.id} value={one.id}>
                {one.title} <span className="quiet">{one.number}</span>
              </Radio>
            ))}
          </Radios>
        </Form.Item>
      )}
      {incident === '' && (
        <Form.Item
          label={t('same.cause')}
          htmlFor="same-cause"
          validateStatus={problem('title') ? 'error' : ''}
          help={problem('title') || undefined}
        >
          <Input
            id="same-cause"
            maxLength={120}
            value={title}
            placeholder={t('same.causeHint')}
            onChange={({ target }) => setTitle(target.value)}
          />
        </Form.Item>
      )}
      {single && incident === '' && (
        <Form.Item label={t('same.with')}>
          {candidates.length === 0 ? (
            <span className="quiet">{t('same.noOthers')}</span>
          ) : (
            <Checkbox.Group
              className="choices"
              value={others}
              onChange={setOthers}
              options={candidates.map((row) => ({
                value: row.id,
                label: (
                  <>
                    {names.category(row.category)} · {names.place(row)} <span className="quiet">{row.number}</span>
                  </>
                ),
              }))}
            />
          )}
        </Form.Item>
      )}
      {mutation.error && (
        <Alert type="error" showIcon role="alert" message={problem('complaints') || mutation.error.message} />
      )}
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" loading={mutation.isPending} disabled={!enough}>
          {t('same.link')}
        </Button>
        <Button onClick={close}>{t('action.cancel')}</Button>
        {!enough && <span className="quiet">{t('same.needTwo')}</span>}
      </div>
    </Form>
  );
}

/** "1 栋 楼道灯不亮": a beginning that the clerk makes more exact. */
const suggested = (
  { site, building, category }: ComplaintSummary,
  buildingName: (site: string, id: string) => string,
  categoryName: (id: string) => string,
): string => [building ? buildingName(site, building) : '', categoryName(category)].filter(Boolean).join(' ');

function useOpenIncidents(site: string): IncidentView[] {
  const { query } = useList<IncidentView, HttpError>({
    resource: 'incidents',
    filters: [
      { field: 'site', operator: 'eq', value: site },
      { field: 'list', operator: 'eq', value: 'open' },
    ],
    pagination: { pageSize: 20 },
    errorNotification: false,
  });
  return query.data?.data ?? [];
}

/** Open complaints of the site, those of the same category and building first. */
function useCandidates(site: string, first: ComplaintSummary | undefined, enabled: boolean): ComplaintSummary[] {
  const { query } = useList<ComplaintSummary, HttpError>({
    resource: 'complaints',
    filters: [
      { field: 'site', operator: 'eq', value: site },
      { field: 'list', operator: 'eq', value: 'open' },
    ],
    pagination: { pageSize: 100 },
    queryOptions: { enabled },
    errorNotification: false,
  });
  const near = (row: ComplaintSummary) =>
    Number(row.category === first?.category) * 2 + Number(row.building === first?.building);
  return (query.data?.data ?? []).filter(({ id }) => id !== first?.id).toSorted((a, b) => near(b) - near(a));
}
