import { CloseOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, Select } from 'antd';
import { useMemo, useState } from 'react';
import { naturalOrder } from '#domain/asset';
import type { AssetRow } from '#http/schemas/asset';
import { useWords } from '../../i18n/language.ts';
import { useKinds } from '../assets/use-kinds.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import type { SitePlans } from './use-site-plans.ts';

interface AssetChoiceProps {
  found: SitePlans;
  chosen: readonly string[];
  choose: (ids: string[]) => void;
  disabled: boolean;
}
/** More are not drawn at once: a word more finds the one meant. */
const SHOWN = 60;

/** Facilities by kind, place and words; those chosen stand above, each to be taken out again. */
export function AssetChoice({ found, chosen, choose, disabled }: AssetChoiceProps) {
  const { t } = useWords();
  const known = chosen.map((id) => ({ id, asset: found.assets.get(id) }));
  const out = (id: string) => choose(chosen.filter((one) => one !== id));
  return (
    <div className="asset-choice">
      <div className="asset-chosen">
        <span className="quiet">{t('plans.assetCount', { count: chosen.length })}</span>
        {chosen.length > 0 && (
          <ul className="photo-names" aria-label={t('plans.assetsChosen')}>
            {known.map(({ id, asset }) => (
              <li key={id}>
                <span>{asset ? `${asset.number} ${asset.name}` : t('plans.assetGone')}</span>
                {!disabled && (
                  <Button
                    type="text"
                    size="small"
                    icon={<CloseOutlined />}
                    aria-label={t('plans.takeOut', { name: asset?.name ?? t('plans.assetGone') })}
                    onClick={() => out(id)}
                  />
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
      {!disabled && <Finder found={found} chosen={chosen} choose={choose} />}
    </div>
  );
}

function Finder({ found, chosen, choose }: Omit<AssetChoiceProps, 'disabled'>) {
  const { t, language } = useWords();
  const { directory, names } = useWorkplace();
  const { options: kinds } = useKinds(found.site);
  const [q, setQ] = useState('');
  const [kind, setKind] = useState<string | undefined>();
  const [building, setBuilding] = useState<string | undefined>();
  const matching = useMemo(() => {
    const words = q.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
    const says = ({ number, name, place }: AssetRow) => `${number} ${name} ${place}`.normalize('NFKC').toLowerCase();
    return [...found.assets.values()]
      .filter((one) => one.condition !== 'retired' || chosen.includes(one.id))
      .filter(
        (one) => (kind === undefined || one.kind === kind) && (building === undefined || one.building === building),
      )
      .filter((one) => words.every((word) => says(one).includes(word)))
      .sort((a, b) => (naturalOrder(a.number) < naturalOrder(b.number) ? -1 : 1));
  }, [q, kind, building, found.assets, chosen]);
  const set = new Set(chosen);
  const all = matching.length > 0 && matching.every(({ id }) => set.has(id));
  const toggleAll = () => {
    const ids = new Set(matching.map(({ id }) => id));
    choose(all ? chosen.filter((id) => !ids.has(id)) : [...new Set([...chosen, ...ids])]);
  };
  const buildings = directory.buildings
    .filter(({ site }) => site === found.site)
    .map(({ id, name }) => ({ value: id, label: name[language] }));
  return (
    <div className="asset-finder">
      <div className="filters">
        <Input.Search
          allowClear
          value={q}
          aria-label={t('assets.search')}
          placeholder={t('assets.search')}
          onChange={({ target }) => setQ(target.value)}
        />
        <Select
          className="filter"
          allowClear
          aria-label={t('asset.kind')}
          placeholder={t('asset.kind')}
          value={kind}
          onChange={setKind}
          options={kinds}
        />
        <Select
          className="filter"
          allowClear
          aria-label={t('asset.building')}
          placeholder={t('asset.building')}
          value={building}
          onChange={setBuilding}
          options={buildings}
        />
      </div>
      {matching.length === 0 ? (
        <p className="quiet">{t(found.assets.size === 0 ? 'plans.noAssets' : 'plans.noneFound')}</p>
      ) : (
        <>
          <Checkbox checked={all} indeterminate={!all && matching.some(({ id }) => set.has(id))} onChange={toggleAll}>
            {t('plans.allFound', { count: matching.length })}
          </Checkbox>
          <ul className="asset-options" aria-label={t('plans.assets')}>
            {matching.slice(0, SHOWN).map((asset) => (
              <li key={asset.id}>
                <Checkbox
                  checked={set.has(asset.id)}
                  onChange={({ target }) =>
                    choose(target.checked ? [...chosen, asset.id] : chosen.filter((id) => id !== asset.id))
                  }
                >
                  {asset.number} {asset.name}
                  <span className="quiet"> · {names.place({ ...asset, unit: null, place: asset.place || null })}</span>
                </Checkbox>
              </li>
            ))}
          </ul>
          {matching.length > SHOWN && (
            <p className="quiet">{t('plans.moreFound', { count: matching.length - SHOWN })}</p>
          )}
        </>
      )}
    </div>
  );
}
