import { TrophyOutlined } from '@ant-design/icons';
import { useForm } from '@refinedev/antd';
import { type HttpError, useDataProvider, useOne } from '@refinedev/core';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { GoodCaseRow, ItemGoodCase, NewGoodCase } from '#http/schemas/sharing';
import { Card } from '../../components/card.tsx';
import { FormEnd, formLook } from '../../components/form-end.tsx';
import { useRefreshAll } from '../../components/refresh.ts';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { useWords } from '../../i18n/language.ts';

/** On an item's own page, for managers: marked as a good case (优秀案例), or the way to mark it. */
export default function GoodCase({ item }: { item: { id: string } }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const { query } = useOne<ItemGoodCase & { id: string }, HttpError>({
    resource: 'good-cases',
    id: item.id,
    errorNotification: false,
  });
  const marked = query.data?.data.marked;
  if (marked === undefined) return null;
  return (
    <Card title={t('case.title')}>
      {marked === null ? (
        <Button icon={<TrophyOutlined />} onClick={() => setOpen(true)}>
          {t('case.mark')}
        </Button>
      ) : (
        <div className="stack">
          <div>
            <strong>{marked.title}</strong>
            <p className="prose">{marked.why}</p>
          </div>
          <div className="form-buttons">
            <Button onClick={() => setOpen(true)}>{t('case.change')}</Button>
            <Unmark item={item.id} />
          </div>
        </div>
      )}
      <SideDrawer open={open} title={t('case.mark')} close={() => setOpen(false)}>
        {open && <CaseForm item={item.id} marked={marked} done={() => setOpen(false)} />}
      </SideDrawer>
    </Card>
  );
}

function Unmark({ item }: { item: string }) {
  const { t } = useWords();
  const { modal, notification } = App.useApp();
  const provider = useDataProvider()();
  const refreshAll = useRefreshAll();
  const unmark = async () => {
    try {
      await provider.deleteOne({ resource: 'good-cases', id: item });
      void refreshAll();
    } catch (thrown) {
      notification.error({ message: (thrown as HttpError).message });
    }
  };
  const ask = () =>
    void modal.confirm({
      title: t('case.unmarkAsk'),
      content: t('case.unmarkHint'),
      okText: t('case.unmark'),
      cancelText: t('action.cancel'),
      onOk: unmark,
    });
  return <Button onClick={ask}>{t('case.unmark')}</Button>;
}

interface CaseFormProps {
  item: string;
  marked: GoodCaseRow | null;
  done: () => void;
}

function CaseForm({ item, marked, done }: CaseFormProps) {
  const { t } = useWords();
  const refreshAll = useRefreshAll();
  const { form, formProps, onFinish, mutation } = useForm<ItemGoodCase & { id: string }, HttpError, NewGoodCase>({
    ...{ resource: 'good-cases', action: 'edit', id: item, redirect: false, invalidates: [] },
    queryOptions: { enabled: false },
    successNotification: { type: 'success', message: t('case.marked') },
    errorNotification: false,
    onMutationSuccess: () => {
      done();
      void refreshAll();
    },
  });
  const written = [{ required: true, whitespace: true, message: t('field.required') }];
  return (
    <Form
      {...formProps}
      {...formLook}
      initialValues={marked ?? {}}
      onFinish={(values) => void onFinish(values as NewGoodCase).catch(() => null)}
    >
      <p className="quiet">{t('case.lead')}</p>
      <Form.Item name="title" label={t('case.name')} rules={written}>
        <Input maxLength={120} autoComplete="off" />
      </Form.Item>
      <Form.Item name="why" label={t('case.why')} rules={written} extra={t('case.whyHint')}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={1000} />
      </Form.Item>
      <FormEnd mutation={mutation} label={t('case.save')} send={() => form.submit()} cancel={done} />
    </Form>
  );
}
