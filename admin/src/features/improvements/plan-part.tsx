import { Alert, Button, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { addDays, localDate } from '#domain/time';
import type { PlannedImprovement } from '#http/schemas/improvement';
import { Choice } from '../../components/choice.tsx';
import { createDraft } from '../../components/draft.ts';
import { Fact } from '../../components/fact.tsx';
import { formLook } from '../../components/form-end.tsx';
import { useWords } from '../../i18n/language.ts';
import { useNow } from '../clock/system-clock.tsx';
import { useWorkplace, useZone } from '../workplace/workplace.tsx';
import { useFigureWords } from './figure-words.ts';
import type { PartProps } from './improvement-page.tsx';
import { useStep } from './use-step.ts';

/** Cause, action, who and by when; changed until it is done. */
export function PlanPart({ improvement }: PartProps) {
  const { t } = useWords();
  const words = useFigureWords();
  const [changing, setChanging] = useState(false);
  const { state, may, cause, action, owner, actionBy, checkOn } = improvement;
  if (state === 'plan' && !may.manage) return <p className="quiet">{t('improve.toPlan')}</p>;
  if (state === 'plan' || changing)
    return <PlanForm improvement={improvement} done={() => setChanging(false)} cancels={state !== 'plan'} />;
  return (
    <>
      <dl className="facts improve-facts">
        <Fact term={t('improve.cause')}>{cause}</Fact>
        <Fact term={t('improve.action')}>{action}</Fact>
        <Fact term={t('improve.owner')}>{words.person(owner)}</Fact>
        <Fact term={t('improve.actionBy')}>{words.day(actionBy)}</Fact>
        <Fact term={t('improve.checkOn')}>{words.day(checkOn)}</Fact>
      </dl>
      {state === 'do' && may.manage && <Button onClick={() => setChanging(true)}>{t('improve.change')}</Button>}
    </>
  );
}

type Values = Omit<PlannedImprovement, 'expected'>;

function PlanForm({ improvement, done, cancels }: PartProps & { done: () => void; cancels: boolean }) {
  const { t, language } = useWords();
  const { directory } = useWorkplace();
  const [form] = Form.useForm<Values>();
  const { send, busy, problem } = useStep(improvement, form);
  const { id, site, cause, action, owner, actionBy, weeks } = improvement;
  const today = localDate(useNow(), useZone(site));
  const [draft] = useState(() => createDraft<Values>(`improvement.plan.${id}`));
  const [initial] = useState(() => ({
    ...{ cause, action, owner: owner ?? undefined, actionBy: actionBy ?? addDays(today, 14), weeks },
    ...draft.read(),
  }));
  const over = () => {
    draft.clear();
    done();
  };
  const save = async (values: Values) => {
    if (await send('plan', values, t('improve.planned'))) over();
  };
  const written = [{ required: true, whitespace: true, message: t('field.required') }];
  return (
    <Form
      form={form}
      {...formLook}
      initialValues={initial}
      onValuesChange={(_, values) => draft.write(values)}
      onFinish={(values) => void save(values)}
    >
      <Form.Item name="cause" label={t('improve.cause')} extra={t('improve.causeHint')} rules={written}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
      <Form.Item name="action" label={t('improve.action')} rules={written}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
      <div className="improve-row">
        <Form.Item name="owner" label={t('improve.owner')} rules={[{ required: true, message: t('field.required') }]}>
          <Choice
            showSearch
            optionFilterProp="label"
            options={directory.people
              .filter(({ active, sites, firm }) => active && firm === null && sites.includes(site))
              .map((one) => ({ value: one.id, label: one.name[language] }))}
          />
        </Form.Item>
        <Form.Item
          name="actionBy"
          label={t('improve.actionBy')}
          rules={[{ required: true, message: t('field.required') }]}
        >
          <Input type="date" className="date-input" min={today} />
        </Form.Item>
        <Form.Item
          name="weeks"
          label={t('improve.checkAfter')}
          rules={[{ required: true, message: t('field.required') }]}
        >
          <InputNumber min={1} max={26} precision={0} addonAfter={t('improve.weeksUnit')} />
        </Form.Item>
      </div>
      {problem && <Alert type="error" showIcon role="alert" message={problem} />}
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('improve.savePlan')}
        </Button>
        {cancels && <Button onClick={over}>{t('action.cancel')}</Button>}
      </div>
    </Form>
  );
}
