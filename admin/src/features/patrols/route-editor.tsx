import { ArrowLeftOutlined, QrcodeOutlined } from '@ant-design/icons';
import { Button, Form, Input, Popconfirm, Radio } from 'antd';
import { useNavigate } from 'react-router';
import type { MaintenancePlan } from '#domain/maintenance-plan';
import type { PatrolRoute } from '#domain/patrol/route';
import { isOfItself } from '#domain/recipients';
import { Choice } from '../../components/choice.tsx';
import { Labelled } from '../../components/labelled.tsx';
import { PeoplePicker } from '../../components/people-picker.tsx';
import { TimeInput } from '../../components/time-input.tsx';
import { useWords } from '../../i18n/language.ts';
import { useKinds } from '../assets/use-kinds.ts';
import { messagesAt } from '../document/problems.ts';
import type { OpenDocument } from '../document/use-document.ts';
import { NameFields } from '../organisation/name-fields.tsx';
import { useWorkplace } from '../workplace/workplace.tsx';
import { type RoutePlan, withoutRoute, withRoute } from './edit.ts';
import { NightsField } from './nights-field.tsx';
import { PointsEditor } from './points-editor.tsx';

interface RouteEditorProps {
  document: OpenDocument<'plans'>;
  plan: RoutePlan;
  close: () => void;
}

const STATUSES = ['active', 'paused', 'ended'] as const satisfies MaintenancePlan['status'][];

/** One route: when it is walked, by whom, who hears of what is missed, and its points in order. */
export function RouteEditor({ document, plan, close }: RouteEditorProps) {
  const { t, language } = useWords();
  const { directory, site } = useWorkplace();
  const navigate = useNavigate();
  const kinds = useKinds(site?.id);
  const { body, editable, problems } = document;
  const disabled = !editable;
  const index = body.plans.findIndex(({ id }) => id === plan.id);
  const field = (path: string) => document.field(`plans.${index}.${path}`);
  const said = (path: string) => [...new Set(messagesAt(problems, `plans.${index}.${path}`))];
  const set = (change: Partial<RoutePlan>) =>
    document.change((plans) => withRoute(plans, plan.id, (one) => ({ ...one, ...change })));
  const setRoute = (change: Partial<PatrolRoute>) =>
    document.change((plans) => withRoute(plans, plan.id, (one) => ({ ...one, route: { ...one.route, ...change } })));
  const buildings = directory.buildings.filter((one) => one.site === site?.id);
  return (
    <Form layout="vertical" component="div" className="patrol-editor">
      <div className="section-head">
        <Button type="link" className="back" icon={<ArrowLeftOutlined aria-hidden />} onClick={close}>
          {t('patrol.backToRoutes')}
        </Button>
        <span className="head-buttons">
          <Button icon={<QrcodeOutlined />} onClick={() => navigate(`/patrols/labels?route=${plan.id}`)}>
            {t('patrol.printLabels')}
          </Button>
          {editable && (
            <Popconfirm
              title={t('patrol.removeAsk')}
              description={t('patrol.removeHint')}
              okText={t('entity.remove')}
              cancelText={t('entity.cancel')}
              okButtonProps={{ danger: true }}
              onConfirm={() => {
                document.change((plans) => withoutRoute(plans, plan.id));
                close();
              }}
            >
              <Button danger>{t('patrol.remove')}</Button>
            </Popconfirm>
          )}
        </span>
      </div>
      <section className="panel">
        <h2>{t('patrol.when')}</h2>
        <NameFields
          value={plan.name}
          change={(name) => set({ name })}
          field={(one) => field(`name.${one}`)}
          disabled={disabled}
        />
        <Form.Item label={t('patrol.nightsOn')} {...field('recurrence')}>
          <NightsField rule={plan.recurrence} change={(recurrence) => set({ recurrence })} disabled={disabled} />
        </Form.Item>
        <div className="form-row">
          <Labelled label={t('patrol.opens')} extra={t('patrol.opensHint')} {...field('recurrence.time')}>
            {(id) => (
              <TimeInput
                id={id}
                label={t('patrol.opens')}
                value={plan.recurrence.time}
                disabled={disabled}
                change={(time) => set({ recurrence: { ...plan.recurrence, time } })}
              />
            )}
          </Labelled>
          <Form.Item label={t('patrol.status')} {...field('status')}>
            <Radio.Group
              aria-label={t('patrol.status')}
              value={plan.status}
              disabled={disabled}
              optionType="button"
              onChange={({ target }) => set({ status: target.value })}
              options={STATUSES.map((value) => ({ value, label: t(`patrol.status.${value}`) }))}
            />
          </Form.Item>
        </div>
        <div className="form-row">
          {(['zh-CN', 'en'] as const).map((one) => (
            <Labelled
              key={one}
              label={t(one === 'en' ? 'patrol.workEn' : 'patrol.workZh')}
              {...field(['work', one].join('.'))}
            >
              {(id) => (
                <Input.TextArea
                  id={id}
                  lang={one}
                  rows={2}
                  maxLength={500}
                  value={plan.work[one]}
                  disabled={disabled}
                  onChange={({ target }) => set({ work: { ...plan.work, [one]: target.value } })}
                />
              )}
            </Labelled>
          ))}
        </div>
      </section>
      <section className="panel">
        <h2>{t('patrol.people')}</h2>
        <div className="form-row">
          <Form.Item label={t('patrol.walk')} extra={t('patrol.walkHint')}>
            <PeoplePicker
              label={t('patrol.walk')}
              value={plan.route.people}
              onChange={(people) => setRoute({ people })}
              problems={said('route.people')}
              offered={isOfItself}
              disabled={disabled}
              ordered
              outside
            />
          </Form.Item>
          <Form.Item label={t('patrol.alarm')} extra={t('patrol.alarmHint')}>
            <PeoplePicker
              label={t('patrol.alarm')}
              value={plan.route.alarm}
              onChange={(alarm) => setRoute({ alarm })}
              problems={said('route.alarm')}
              offered={isOfItself}
              disabled={disabled}
              outside
            />
          </Form.Item>
        </div>
        <div className="form-row">
          <Labelled label={t('patrol.building')} extra={t('patrol.buildingHint')} {...field('route.building')}>
            {(id) => (
              <Choice
                id={id}
                allowClear
                value={plan.route.building}
                placeholder={t('patrol.wholeSite')}
                disabled={disabled}
                onChange={(building: string | undefined) => setRoute({ building: building ?? null })}
                options={buildings.map((one) => ({ value: one.id, label: one.name[language] }))}
              />
            )}
          </Labelled>
          <Labelled label={t('patrol.kind')} extra={t('patrol.kindHint')} {...field('route.kind')}>
            {(id) => (
              <Choice
                id={id}
                value={plan.route.kind}
                disabled={disabled}
                onChange={(kind: string) => setRoute({ kind })}
                options={kinds.options}
              />
            )}
          </Labelled>
        </div>
      </section>
      <PointsEditor
        points={plan.route.points}
        begins={plan.recurrence.time}
        change={(points) => setRoute({ points })}
        field={(path) => field(`route.points.${path}`)}
        disabled={disabled}
      />
    </Form>
  );
}
