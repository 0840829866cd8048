import { Checkbox, Form, Input, Radio, Segmented } from 'antd';
import type { PropsWithChildren } from 'react';
import { Choice, Radios } from '../../components/choice.tsx';
import { PhotoUpload } from '../../components/photo-upload.tsx';
import { useWords } from '../../i18n/language.ts';
import { useMay } from '../workplace/may.ts';
import { categoriesAt } from '../workplace/site-routing.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { CategoryFacts } from './category-facts.tsx';
import { HouseholdPicker } from './household-picker.tsx';
import type { IntakeValues } from './intake-body.ts';

interface FieldsProps {
  site: string;
  values: Partial<IntakeValues>;
}

/** Where: a unit of a building, or a public place. */
export function WhereFields({ site, values }: FieldsProps) {
  const { t, language } = useWords();
  const { directory } = useWorkplace();
  const maySearch = useMay('household.read');
  const inUnit = values.where !== 'place';
  const buildings = directory.buildings.filter((building) => building.site === site);
  return (
    <>
      <Form.Item name="where" required label={t('intake.where')}>
        <Segmented
          options={[
            { value: 'unit', label: t('intake.inUnit') },
            { value: 'place', label: t('intake.inPlace') },
          ]}
        />
      </Form.Item>
      {inUnit && maySearch && (
        <Form.Item name="household" required label={t('household.label')} extra={t('household.extra')}>
          <HouseholdPicker site={site} />
        </Form.Item>
      )}
      <div className="form-row">
        <Form.Item
          name="building"
          label={t('field.building')}
          rules={inUnit ? [{ required: true, message: t('field.required') }] : []}
        >
          <Choice
            showSearch
            allowClear
            optionFilterProp="label"
            options={buildings.map(({ id, name }) => ({ value: id, label: name[language] }))}
          />
        </Form.Item>
        {inUnit ? (
          <Form.Item
            name="unit"
            label={t('field.unit')}
            rules={[{ required: true, whitespace: true, message: t('field.required') }]}
          >
            <Input maxLength={40} autoComplete="off" />
          </Form.Item>
        ) : (
          <Form.Item
            name="place"
            label={t('intake.place')}
            rules={[{ required: true, whitespace: true, message: t('field.required') }]}
          >
            <Input maxLength={120} placeholder={t('intake.placeHint')} />
          </Form.Item>
        )}
      </div>
    </>
  );
}

/** Who: a member of the household, somebody else, or nobody known. */
export function CallerFields({ values }: FieldsProps) {
  const { t } = useWords();
  const form = Form.useFormInstance<IntakeValues>();
  const members = values.where === 'unit' ? (values.household?.members ?? []) : [];
  return (
    <>
      <Form.Item name="anonymous" valuePropName="checked">
        <Checkbox>{t('intake.anonymous')}</Checkbox>
      </Form.Item>
      {!values.anonymous && members.length > 1 && (
        <fieldset className="members" aria-label={t('intake.member')}>
          <span className="quiet">{t('intake.member')}</span>
          {members.map((member) => (
            <button
              key={`${member.name} ${member.phone}`}
              type="button"
              aria-pressed={values.reporter?.name === member.name}
              onClick={() => form.setFieldValue('reporter', memberAsReporter(member))}
            >
              {member.name}
            </button>
          ))}
        </fieldset>
      )}
      {!values.anonymous && (
        <>
          <div className="form-row">
            <Form.Item name={['reporter', 'name']} label={t('reporter.name')}>
              <Input maxLength={80} autoComplete="off" />
            </Form.Item>
            <Form.Item name={['reporter', 'phone']} label={t('reporter.phone')}>
              <Input type="tel" maxLength={40} autoComplete="off" />
            </Form.Item>
          </div>
          <div className="form-row">
            <Form.Item name={['reporter', 'preferredTime']} label={t('reporter.preferredTime')}>
              <Input maxLength={80} placeholder={t('reporter.preferredHint')} />
            </Form.Item>
            <Form.Item name={['reporter', 'language']} label={t('reporter.language')}>
              <Choice
                allowClear
                options={[
                  { value: 'zh-CN', label: '中文' },
                  { value: 'en', label: 'English' },
                ]}
              />
            </Form.Item>
          </div>
          <Form.Item name={['reporter', 'email']} label={t('reporter.email')} extra={t('reporter.emailHint')}>
            <Input type="email" inputMode="email" maxLength={200} autoComplete="off" />
          </Form.Item>
        </>
      )}
    </>
  );
}

export const memberAsReporter = (
  member: NonNullable<IntakeValues['household']>['members'][number],
): IntakeValues['reporter'] => ({
  name: member.name,
  phone: member.phone ?? undefined,
  email: member.email ?? undefined,
  language: member.language,
  preferredTime: member.preferredTime ?? undefined,
});

/** What: category with its limits, and the story. */
export function WhatFields({ site, values, children }: PropsWithChildren<FieldsProps>) {
  const { t, language } = useWords();
  const { directory } = useWorkplace();
  return (
    <>
      <Form.Item name="category" label={t('item.category')} rules={[{ required: true, message: t('field.required') }]}>
        <Choice
          showSearch
          optionFilterProp="label"
          placeholder={t('category.placeholder')}
          options={categoriesAt(directory, site).map(({ id, name }) => ({ value: id, label: name[language] }))}
        />
      </Form.Item>
      {values.category && <CategoryFacts category={values.category} site={site} />}
      {children}
      <Form.Item
        name="description"
        label={t('intake.description')}
        rules={[{ required: true, whitespace: true, message: t('field.required') }]}
      >
        <Input.TextArea
          autoSize={{ minRows: 4, maxRows: 12 }}
          maxLength={4000}
          placeholder={t('intake.descriptionHint')}
        />
      </Form.Item>
      <div className="form-row">
        <Form.Item name="since" label={t('intake.since')}>
          <Input maxLength={200} placeholder={t('intake.sinceHint')} />
        </Form.Item>
        <Form.Item name="channel" required label={t('intake.channel')}>
          <Choice
            options={(['desk', 'phone', 'message', 'web', 'staff'] as const).map((channel) => ({
              value: channel,
              label: t(`channel.${channel}`),
            }))}
          />
        </Form.Item>
      </div>
      <Form.Item name="alreadySaid" label={t('intake.alreadySaid')}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={2000} />
      </Form.Item>
      <Form.Item name="wants" label={t('intake.wants')}>
        <Choice
          allowClear
          options={(['heard', 'respect', 'compensation', 'solution'] as const).map((want) => ({
            value: want,
            label: t(`wants.${want}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="photos" label={t('field.photos')}>
        <PhotoUpload base="/api/photos" />
      </Form.Item>
      <Form.Item name="verified" required label={t('intake.verified')}>
        <Radios label={t('intake.verified')}>
          <Radio value={true}>{t('intake.verifiedYes')}</Radio>
          <Radio value={false}>{t('intake.verifiedNo')}</Radio>
        </Radios>
      </Form.Item>
    </>
  );
}
