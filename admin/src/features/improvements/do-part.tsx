import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { localDate } from '#domain/time';
import { createDraft } from '../../components/draft.ts';
import { Fact } from '../../components/fact.tsx';
import { useWords } from '../../i18n/language.ts';
import { useNow } from '../clock/system-clock.tsx';
import { useZone } from '../workplace/workplace.tsx';
import { useFigureWords } from './figure-words.ts';
import type { PartProps } from './improvement-page.tsx';
import { useStep } from './use-step.ts';

/** That it was done, when, and a note. */
export function DoPart({ improvement }: PartProps) {
  const { t } = useWords();
  const words = useFigureWords();
  const { state, done, may, owner, actionBy } = improvement;
  if (done)
    return (
      <dl className="facts improve-facts">
        <Fact term={t('improve.doneOn')}>{words.day(done.on)}</Fact>
        <Fact term={t('improve.doneBy')}>{words.person(done.by)}</Fact>
        <Fact term={t('improve.note')}>{done.note}</Fact>
      </dl>
    );
  if (state === 'plan') return <p className="quiet">{t('improve.notPlanned')}</p>;
  if (!may.record)
    return <p className="quiet">{t('improve.waitsFor', { person: words.person(owner), day: words.day(actionBy) })}</p>;
  return <DoForm improvement={improvement} />;
}

interface Values {
  on: string;
  note?: string;
}

function DoForm({ improvement }: PartProps) {
  const { t } = useWords();
  const [form] = Form.useForm<Values>();
  const { send, busy, problem } = useStep(improvement, form);
  const { id, site } = improvement;
  const today = localDate(useNow(), useZone(site));
  const [draft] = useState(() => createDraft<Values>(`improvement.do.${id}`));
  const [initial] = useState(() => ({ on: today, note: '', ...draft.read() }));
  const save = async ({ on, note = '' }: Values) => {
    if (await send('done', { on, note }, t('improve.recorded'))) draft.clear();
  };
  return (
    <Form
      form={form}
      className="form"
      layout="vertical"
      requiredMark="optional"
      initialValues={initial}
      onValuesChange={(_, values) => draft.write(values)}
      onFinish={(values) => void save(values)}
    >
      <Form.Item name="on" label={t('improve.doneOn')} rules={[{ required: true, message: t('field.required') }]}>
        <Input type="date" className="date-input" max={today} />
      </Form.Item>
      <Form.Item name="note" label={t('improve.note')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
      {problem && <Alert type="error" showIcon role="alert" message={problem} />}
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('improve.recordDone')}
        </Button>
      </div>
    </Form>
  );
}
