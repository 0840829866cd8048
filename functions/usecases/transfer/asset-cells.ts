import type { AssetFacts } from '#domain/asset';
import { nameOf } from '#domain/table/columns';
import type { Language } from '#domain/text';
import { type AssetField, conditionChoices } from '#domain/transfer/asset-columns';
import type { AssetNames } from './import-assets.ts';

/** A row of the table in the reader's language; ids nobody knows any more stand as they are. */
export function assetCells(
  one: Omit<AssetFacts, 'documents'>,
  { organisation, kinds }: AssetNames,
  language: Language,
): Record<AssetField, string> {
  const { buildings, areas, people } = organisation;
  const said = (list: readonly { id: string; name: Record<Language, string> }[], id: string | null) =>
    id === null ? '' : (list.find((entry) => entry.id === id)?.name[language] ?? id);
  const { number, name, place, maker, model } = one;
  return {
    ...{ number, name, place, maker, model },
    kind: said(kinds, one.kind),
    building: said(
      buildings.filter(({ site }) => site === one.site),
      one.building,
    ),
    area: said(areas, one.area),
    condition: nameOf(conditionChoices, one.condition, language),
    responsible: said(people, one.responsible),
    deputy: said(people, one.deputy),
    certificateUntil: one.certificateUntil ?? '',
    warrantyUntil: one.warrantyUntil ?? '',
  };
}
