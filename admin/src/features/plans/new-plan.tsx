import { Button, Form } from 'antd';
import { useMemo, useState } from 'react';
import { slugOf } from '#domain/slug-of';
import type { Text } from '#domain/text';
import { localDate } from '#domain/time';
import { createDraft } from '../../components/draft.ts';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { useWords } from '../../i18n/language.ts';
import { useNow } from '../clock/system-clock.tsx';
import type { OpenDocument } from '../document/use-document.ts';
import { NameFields } from '../organisation/name-fields.tsx';
import { useZone } from '../workplace/workplace.tsx';
import { newPlan } from './edit.ts';

interface NewPlanProps {
  open: boolean;
  close: () => void;
  document: OpenDocument<'plans'>;
  added: (id: string) => void;
}
interface Typed {
  name: Text;
  work: Text;
}
const EMPTY: Text = { 'zh-CN': '', en: '' };
const LANGUAGES = ['zh-CN', 'en'] as const;

/** What a new plan is called and asks for; all else has its place on the plan's page. Kept over closing and reload. */
export function NewPlan(props: NewPlanProps) {
  const { t } = useWords();
  return (
    <SideDrawer open={props.open} close={props.close} title={t('plans.add')}>
      {props.open && <Fields {...props} />}
    </SideDrawer>
  );
}

function Fields({ close, document, added }: NewPlanProps) {
  const { t } = useWords();
  const now = useNow();
  const zone = useZone(document.id);
  const draft = useMemo(() => createDraft<Typed>(`new.plan.${document.id}`), [document.id]);
  const [value, setValue] = useState<Typed>(() => ({ name: EMPTY, work: EMPTY, ...draft.read() }));
  const [asked, setAsked] = useState(false);
  const set = (change: Partial<Typed>) => {
    const next = { ...value, ...change };
    draft.write(next);
    setValue(next);
  };
  const missing = (part: keyof Typed, language: string) => asked && value[part][language as 'en'].trim() === '';
  const field = (part: keyof Typed) => (language: string) =>
    missing(part, language) ? { validateStatus: 'error' as const, help: t('field.required') } : {};
  const add = () => {
    setAsked(true);
    if (LANGUAGES.some((one) => value.name[one].trim() === '' || value.work[one].trim() === '')) return;
    const taken = document.body.plans.map(({ id }) => id);
    const id = slugOf(value.name.en, taken, 'plan');
    const plan = newPlan(id, value.name, value.work, localDate(now, zone));
    document.change((body) => ({ plans: [...body.plans, plan] }));
    draft.clear();
    close();
    added(id);
  };
  return (
    <Form layout="vertical" component="div">
      <NameFields value={value.name} change={(name) => set({ name })} field={field('name')} />
      <NameFields
        value={value.work}
        change={(work) => set({ work })}
        field={field('work')}
        label={{ 'zh-CN': t('plans.workZh'), en: t('plans.workEn') }}
      />
      <p className="quiet">{t('plans.addHint')}</p>
      <div className="form-buttons drawer-buttons">
        <Button type="primary" onClick={add}>
          {t('plans.go')}
        </Button>
        <Button onClick={close}>{t('entity.cancel')}</Button>
      </div>
    </Form>
  );
}
