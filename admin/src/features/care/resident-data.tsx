import { App, Button, Select } from 'antd';
import { useId, useState } from 'react';
import type { Erased, ResidentExport } from '#http/schemas/care';
import type { HouseholdDetail } from '#http/schemas/household';
import { saveFile } from '../../components/save-file.ts';
import { useWords } from '../../i18n/language.ts';
import { useSend } from './use-care.ts';

/** A resident's right to a copy and to erasure (个人信息保护法), for managers. */
export function ResidentData({ household }: { household: HouseholdDetail }) {
  const { t } = useWords();
  const { modal } = App.useApp();
  const { send, busy } = useSend();
  const headId = useId();
  const [chosen, setChosen] = useState<string | null>(null);
  const [erased, setErased] = useState<Erased | null>(null);
  const path = `/api/care/households/${encodeURIComponent(household.id)}`;
  if (household.members.length === 0 && erased === null) return null;
  const [only, ...others] = household.members;
  const named = household.members.some(({ name }) => name === chosen) ? chosen : null;
  const member = others.length === 0 ? (only?.name ?? null) : named;
  const copy = async () => {
    const found = await send<ResidentExport>(`${path}/copy`, { member });
    if (found) saveFile(`${household.unit}.json`, JSON.stringify(found, null, 2), 'application/json');
  };
  const ask = () =>
    void modal.confirm({
      title: t('resident.eraseAsk', { name: member ?? '' }),
      content: t('resident.eraseHint'),
      okText: t('resident.erase'),
      okButtonProps: { danger: true },
      cancelText: t('action.cancel'),
      onOk: async () => setErased(await send<Erased>(`${path}/erase`, { member })),
    });
  return (
    <section className="panel" aria-labelledby={headId}>
      <h2 id={headId}>{t('resident.title')}</h2>
      <p className="quiet">{t('resident.lead')}</p>
      <div className="resident-data">
        <Select
          className="filter"
          aria-label={t('resident.who')}
          placeholder={t('resident.who')}
          value={member}
          onChange={setChosen}
          options={household.members.map(({ name }) => ({ value: name, label: name }))}
        />
        <Button disabled={member === null} loading={busy} onClick={() => void copy()}>
          {t('resident.copy')}
        </Button>
        <Button danger disabled={member === null} loading={busy} onClick={ask}>
          {t('resident.erase')}
        </Button>
      </div>
      {erased && <Report erased={erased} />}
    </section>
  );
}

/** What was erased, and what is kept and why. */
function Report({ erased }: { erased: Erased }) {
  const { t } = useWords();
  const { flags, complaints, file, open, kept } = erased;
  return (
    <div className="notice" role="status">
      <p>{t(file ? 'resident.done' : 'resident.half', { flags, complaints, numbers: open.join(' · ') })}</p>
      <ul className="resident-kept">
        {kept.map((why) => (
          <li key={why}>{t(`resident.kept.${why}`)}</li>
        ))}
      </ul>
    </div>
  );
}
