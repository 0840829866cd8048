import { Checkbox, Form, Input } from 'antd';
import { channelLabels } from '#domain/field-options';
import type { FormField } from '#domain/forms/forms';
import type { Intake } from '#domain/item';
import { Choice } from '../../components/choice.tsx';
import { FormFields } from '../../components/form-fields.tsx';
import { Labelled } from '../../components/labelled.tsx';
import { type Key, useWords } from '../../i18n/language.ts';
import { useNow } from '../clock/system-clock.tsx';
import { useWorkplace } from '../workplace/workplace.tsx';
import { RealComplaint } from './real-complaint.tsx';
import type { Scene } from './scene.ts';
import { useScenePresets } from './scene-presets.ts';
import type { SimFacts } from './use-sim-facts.ts';

const CHANNELS: readonly Intake['channel'][] = ['desk', 'phone', 'message', 'web', 'staff'];
const REACHES: Record<Scene['reach'], Key> = {
  email: 'sim.reachEmail',
  phone: 'sim.reachPhone',
  none: 'sim.reachNone',
};

interface SceneFormProps {
  scene: Scene;
  change: (change: Partial<Scene>) => void;
  facts: SimFacts;
  /** Of the category. */
  form: readonly FormField[];
  zone: string;
  /** The site is given: this is its own version of a workflow. */
  fixedSite: boolean;
  /** Details are opened on request. */
  compact: boolean;
}

/** Which complaint, where and when. */
export function SceneForm({ scene, change, facts, form, zone, fixedSite, compact }: SceneFormProps) {
  const { t, language } = useWords();
  const { me } = useWorkplace();
  const now = useNow();
  const buildings = facts.directory.organisation.buildings.filter(({ site }) => site === scene.site);
  const presets = useScenePresets(facts.routing, buildings, now, facts.calendar);
  return (
    <Form layout="vertical" component="div" className="form sim-scene">
      <section className="sim-presets" aria-label={t('sim.examples')}>
        {presets.map(({ key, label, change: given }) => (
          <button
            key={key}
            type="button"
            className="sim-preset"
            aria-pressed={
              given.category === scene.category && given.building === scene.building && given.moment === scene.moment
            }
            onClick={() => change({ ...given, unit: '', place: '' })}
          >
            {label}
          </button>
        ))}
      </section>
      <details className="sim-more" open={!compact}>
        <summary>{t('sim.moreScene')}</summary>
        <RealComplaint site={scene.site} zone={zone} take={change} />
        {me.sites.length > 1 && !fixedSite && (
          <Labelled label={t('site.label')}>
            {(id) => (
              <Choice
                id={id}
                value={scene.site}
                onChange={(site: string) => change({ site, building: null, unit: '', place: '' })}
                options={me.sites.map(({ id: value, name }) => ({ value, label: name[language] }))}
              />
            )}
          </Labelled>
        )}
        <Labelled label={t('item.category')}>
          {(id) => (
            <Choice
              id={id}
              showSearch
              optionFilterProp="label"
              value={scene.category}
              onChange={(category: string) => change({ category })}
              options={facts.routing.categories
                .filter(({ active }) => active)
                .map(({ id: value, name }) => ({ value, label: name[language] }))}
            />
          )}
        </Labelled>
        <div className="form-row">
          <Labelled label={t('field.building')}>
            {(id) => (
              <Choice
                id={id}
                allowClear
                placeholder={t('sim.noBuilding')}
                value={scene.building ?? undefined}
                onChange={(building: string | undefined) => change({ building: building ?? null })}
                options={buildings.map(({ id: value, name }) => ({ value, label: name[language] }))}
              />
            )}
          </Labelled>
          <Labelled label={t('sim.filedAt')}>
            {(id) => (
              <Input
                id={id}
                type="datetime-local"
                value={scene.moment}
                onChange={({ target }) => target.value && change({ moment: target.value })}
              />
            )}
          </Labelled>
        </div>
        <div className="form-row">
          <Labelled label={t('sim.channel')}>
            {(id) => (
              <Choice
                id={id}
                value={scene.channel}
                onChange={(channel: Intake['channel']) => change({ channel })}
                options={CHANNELS.map((value) => ({ value, label: channelLabels[value][language] }))}
              />
            )}
          </Labelled>
          <Labelled label={t('sim.reach')}>
            {(id) => (
              <Choice
                id={id}
                value={scene.reach}
                onChange={(reach: Scene['reach']) => change({ reach })}
                options={(Object.keys(REACHES) as Scene['reach'][]).map((value) => ({
                  value,
                  label: t(REACHES[value]),
                }))}
              />
            )}
          </Labelled>
        </div>
        {form.length > 0 && (
          <Form
            key={scene.category}
            layout="vertical"
            component="div"
            initialValues={{ fields: scene.answers }}
            onValuesChange={(_, { fields }: { fields?: Scene['answers'] }) => change({ answers: fields ?? {} })}
          >
            <FormFields fields={form} photos={null} />
          </Form>
        )}
        <div className="sim-checks">
          <Checkbox checked={scene.verified} onChange={({ target }) => change({ verified: target.checked })}>
            {t('sim.verified')}
          </Checkbox>
          <Checkbox checked={scene.repeat} onChange={({ target }) => change({ repeat: target.checked })}>
            {t('sim.isRepeat')}
          </Checkbox>
        </div>
      </details>
    </Form>
  );
}
