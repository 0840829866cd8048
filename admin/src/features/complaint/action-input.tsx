import { Form, Input, InputNumber, Radio, Rate } from 'antd';
import type { ReactNode } from 'react';
import { fenOf, yuanWords } from '#domain/money';
import { heldAnswers } from '#domain/visit';
import type { ComplaintDetail, OfferedAction } from '#http/schemas/complaint';
import { AssetPicker } from '../../components/asset-picker.tsx';
import { Choice, Radios } from '../../components/choice.tsx';
import { PhotoUpload } from '../../components/photo-upload.tsx';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import { categoriesAt } from '../workplace/site-routing.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import type { ActionField } from './action-fields.ts';
import { TimeChoice } from './time-choice.tsx';

interface ActionInputProps {
  field: ActionField;
  complaint: ComplaintDetail;
  offered: OfferedAction;
}

/** One field with its label, its rule and the control its kind asks for. */
export function ActionInput({ field, complaint, offered }: ActionInputProps) {
  const { t } = useWords();
  const rules = field.required
    ? // `whitespace`, even false, has a rule take anything for text: a score is none.
      [{ required: true, ...(field.kind === 'words' && { whitespace: true }), message: t('field.required') }]
    : [];
  // What a questionnaire does not ask has no place.
  if ((field.kind === 'held' || field.kind === 'onTime') && !offered.asks?.[field.kind]) return null;
  if (field.kind === 'gesture' && !offered.recovery?.gestures.length) return null;
  const left = offered.recovery?.left ?? 0;
  const extra =
    field.kind === 'money'
      ? { extra: left > 0 ? t('field.amountLeft', { left: yuanWords(fenOf(left)) }) : t('field.noAmountLeft') }
      : {};
  const initial = field.kind === 'call' ? { initialValue: offered.calls?.[0]?.id } : {};
  return (
    <Form.Item name={field.name} label={t(field.label)} rules={rules} {...initial} {...extra}>
      <Control field={field} complaint={complaint} offered={offered} />
    </Form.Item>
  );
}

/** `rest` is what Form.Item hands to its control: value, onChange, id and the aria attributes. */
function Control({ field, complaint, offered, ...rest }: ActionInputProps): ReactNode {
  const { t, language } = useWords();
  const { names, directory } = useWorkplace();
  const when = useWhen(complaint.site);
  const search = { showSearch: true, optionFilterProp: 'label', popupMatchSelectWidth: false } as const;
  switch (field.kind) {
    case 'words':
      return <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} {...rest} />;
    case 'promiseTime':
      return (
        <TimeChoice
          label={t(field.label)}
          times={offered.times ?? []}
          site={complaint.site}
          optional={!field.required}
          {...rest}
        />
      );
    case 'untilTime':
      return (
        <TimeChoice
          label={t(field.label)}
          times={[]}
          cap={offered.cap}
          site={complaint.site}
          optional={false}
          {...rest}
        />
      );
    case 'person':
      return (
        <Choice
          {...search}
          placeholder={t('field.personHint')}
          options={(offered.people ?? []).map(({ id, name, post }) => ({
            value: id,
            label: post ? `${name} · ${post}` : name,
          }))}
          {...rest}
        />
      );
    case 'department':
      return (
        <Choice
          {...search}
          options={(offered.departments ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          {...rest}
        />
      );
    case 'photos':
      return <PhotoUpload base={`/api/complaints/${complaint.id}/photos`} attaches {...rest} />;
    case 'verdict':
      return (
        <Radios label={t(field.label)} {...rest}>
          {(['solved', 'partly', 'notSolved'] as const).map((verdict) => (
            <Radio key={verdict} value={verdict}>
              {t(`verdict.${verdict}`)}
            </Radio>
          ))}
        </Radios>
      );
    case 'held':
      return (
        <Radios label={t(field.label)} {...rest}>
          {heldAnswers.map((held) => (
            <Radio key={held} value={held}>
              {t(`held.${held}`)}
            </Radio>
          ))}
        </Radios>
      );
    case 'onTime':
      return (
        <Radios label={t(field.label)} {...rest}>
          <Radio value="yes">{t('onTime.yes')}</Radio>
          <Radio value="no">{t('onTime.no')}</Radio>
        </Radios>
      );
    case 'lowReason':
      return (
        <Choice
          allowClear
          options={(offered.asks?.reasons ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          {...rest}
        />
      );
    case 'score':
      return <Rate {...rest} />;
    case 'reached':
      return (
        <Radios label={t(field.label)} {...rest}>
          <Radio value={true}>{t('reached.yes')}</Radio>
          <Radio value={false}>{t('reached.no')}</Radio>
        </Radios>
      );
    case 'call':
      return (
        <Choice
          options={(offered.calls ?? []).map(({ id, due }) => ({
            value: id,
            label: t('call.option', { due: when.at(due) }),
          }))}
          {...rest}
        />
      );
    case 'category':
      return (
        <Choice
          {...search}
          allowClear
          placeholder={names.category(complaint.category)}
          options={categoriesAt(directory, complaint.site).map(({ id, name }) => ({
            value: id,
            label: name[language],
          }))}
          {...rest}
        />
      );
    case 'building':
      return (
        <Choice
          {...search}
          allowClear
          placeholder={complaint.building ? names.building(complaint.site, complaint.building) : undefined}
          options={directory.buildings
            .filter(({ site }) => site === complaint.site)
            .map(({ id, name }) => ({ value: id, label: name[language] }))}
          {...rest}
        />
      );
    case 'asset':
      return <AssetPicker site={complaint.site} {...rest} />;
    case 'gesture':
      return (
        <Choice
          allowClear
          options={(offered.recovery?.gestures ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          {...rest}
        />
      );
    case 'money':
      return (
        <InputNumber
          min={0.01}
          precision={2}
          inputMode="decimal"
          disabled={!offered.recovery?.left}
          style={{ width: '100%' }}
          {...rest}
        />
      );
    case 'unit':
      return <Input maxLength={40} placeholder={complaint.unit ?? undefined} {...rest} />;
  }
}
