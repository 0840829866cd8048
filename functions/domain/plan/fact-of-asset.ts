import type { Asset } from '../asset.ts';
import type { AssetFact } from './asset-fact.ts';

/** As the register has it. */
export const factOf = ({ id, number, name, kind, responsible, meter, readings, retiredAt }: Asset): AssetFact => ({
  id,
  name: { 'zh-CN': `${name}（${number}）`, en: `${name} (${number})` },
  kind,
  responsible,
  unit: meter?.unit ?? null,
  readings,
  retiredAt,
});
