import { Alert, App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { effects } from '#domain/improvement/improvement';
import type { JudgedImprovement } from '#http/schemas/improvement';
import { Radios } from '../../components/choice.tsx';
import { createDraft } from '../../components/draft.ts';
import { Fact } from '../../components/fact.tsx';
import { formLook } from '../../components/form-end.tsx';
import { useWords } from '../../i18n/language.ts';
import type { PartProps } from './improvement-page.tsx';
import { useStep } from './use-step.ts';

/** What was seen, what came of it and what follows: it is closed, or begun anew. */
export function ActPart({ improvement }: PartProps) {
  const { t } = useWords();
  const { state, after, may, seen, effect, conclusion } = improvement;
  if (state === 'closed')
    return (
      <dl className="facts improve-facts">
        <Fact term={t('improve.effect')}>{effect && t(`improve.effect.${effect}`)}</Fact>
        <Fact term={t('improve.seen')}>{seen}</Fact>
        <Fact term={t('improve.conclusion')}>{conclusion}</Fact>
      </dl>
    );
  if (after === null) return <p className="quiet">{t('improve.actLater')}</p>;
  if (!may.manage) return <p className="quiet">{t('improve.toJudge')}</p>;
  // Another reading is another judgement.
  return <JudgeForm key={`${after.to} ${after.value}`} improvement={improvement} />;
}

type Values = Partial<Omit<JudgedImprovement, 'expected'>>;

function JudgeForm({ improvement }: PartProps) {
  const { t } = useWords();
  const { modal } = App.useApp();
  const [form] = Form.useForm<Values>();
  const { send, busy, problem } = useStep(improvement, form);
  const { id, compared } = improvement;
  const [draft] = useState(() => createDraft<Values>(`improvement.act.${id}`));
  const [initial] = useState(() => ({ effect: compared, seen: '', conclusion: '', ...draft.read() }));
  const judge = async (step: 'close' | 'restart') => {
    const values = await form.validateFields().catch(() => null);
    if (!values) return;
    const body = { seen: '', conclusion: '', effect: null, ...values };
    if (await send(step, body, t(step === 'close' ? 'improve.closed' : 'improve.restarted'))) draft.clear();
  };
  const restart = () =>
    void modal.confirm({
      title: t('improve.restartAsk'),
      content: t('improve.restartHint'),
      okText: t('improve.restart'),
      cancelText: t('action.cancel'),
      onOk: () => judge('restart'),
    });
  const written = [{ required: true, whitespace: true, message: t('field.required') }];
  return (
    <Form
      form={form}
      {...formLook}
      initialValues={initial}
      onValuesChange={(_, values) => draft.write(values)}
      onFinish={() => void judge('close')}
    >
      <Form.Item name="seen" label={t('improve.seen')} extra={t('improve.seenHint')} rules={written}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
      <Form.Item name="effect" label={t('improve.effect')} rules={[{ required: true, message: t('field.required') }]}>
        <Radios
          label={t('improve.effect')}
          options={effects.map((value) => ({ value, label: t(`improve.effect.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="conclusion" label={t('improve.conclusion')} extra={t('improve.conclusionHint')} rules={written}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
      {problem && <Alert type="error" showIcon role="alert" message={problem} />}
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('improve.close')}
        </Button>
        <Button loading={busy} onClick={restart}>
          {t('improve.restart')}
        </Button>
      </div>
    </Form>
  );
}
