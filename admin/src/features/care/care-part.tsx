import { EyeOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useId, useState } from 'react';
import { contactWays } from '#domain/care/look';
import type { HouseholdDetail } from '#http/schemas/household';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { Failed, RowsSkeleton } from '../../components/states.tsx';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import '../../styles/care.css';
import { useWorkplace } from '../workplace/workplace.tsx';
import { FlagCard } from './flag-card.tsx';
import { FlagForm } from './flag-form.tsx';
import { LooksDrawer } from './looks-drawer.tsx';
import { type Care, useHouseholdCare, useSend, type WholeFlag } from './use-care.ts';

/** Personalised care (关怀) on a household's page: what it needs, who said so, and when it was last spoken to. */
export function CarePart({ household }: { household: HouseholdDetail }) {
  const query = useHouseholdCare(household.id);
  const care = query.data?.data;
  if (query.isPending) return <RowsSkeleton />;
  if (!care) return <Failed error={query.error} retry={() => void query.refetch()} />;
  return <CareOf household={household} care={care} />;
}

function CareOf({ household, care }: { household: HouseholdDetail; care: Care }) {
  const { t } = useWords();
  const [form, setForm] = useState<{ open: boolean; flag: WholeFlag | null }>({ open: false, flag: null });
  const [looking, setLooking] = useState(false);
  const headId = useId();
  const close = () => setForm((before) => ({ ...before, open: false }));
  return (
    <section className="panel" aria-labelledby={headId}>
      <div className="section-head">
        <h2 id={headId}>{t('care.title')}</h2>
        <div className="head-buttons">
          {care.looks && (
            <Button icon={<EyeOutlined />} onClick={() => setLooking(true)}>
              {t('care.looks')}
            </Button>
          )}
          {care.editable && (
            <Button icon={<PlusOutlined />} onClick={() => setForm({ open: true, flag: null })}>
              {t('care.add')}
            </Button>
          )}
        </div>
      </div>
      {care.flags.length === 0 && <p className="quiet">{t('care.none')}</p>}
      <ul className="care-flags">
        {care.flags.map((flag) => (
          <FlagCard
            key={flag.id}
            flag={flag}
            care={care}
            site={household.site}
            edit={(whole) => setForm({ open: true, flag: whole })}
          />
        ))}
      </ul>
      <LastContact care={care} site={household.site} />
      <SideDrawer open={form.open} title={t(form.flag ? 'care.change' : 'care.add')} close={close} width={560}>
        {form.open && <FlagForm household={household} care={care} flag={form.flag} done={close} />}
      </SideDrawer>
      <LooksDrawer household={household} open={looking} close={() => setLooking(false)} />
    </section>
  );
}

function LastContact({ care, site }: { care: Care; site: string }) {
  const { t } = useWords();
  const { names } = useWorkplace();
  const when = useWhen(site);
  const { send, busy } = useSend();
  const { contact } = care;
  const record = (how: string) =>
    void send(`/api/care/households/${encodeURIComponent(care.household)}/contact`, { how }, t('care.contacted'));
  return (
    <div className="care-contact">
      <span>
        {contact
          ? t('care.lastContact', {
              ...{ when: when.at(contact.at), how: t(`care.contact.${contact.how}`) },
              person: names.person(contact.by),
            })
          : t('care.noContact')}
      </span>
      {care.editable && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: contactWays.map((how) => ({ key: how, label: t(`care.contact.${how}`) })),
            onClick: ({ key }) => record(key),
          }}
        >
          <Button loading={busy}>{t('care.recordContact')}</Button>
        </Dropdown>
      )}
    </div>
  );
}
