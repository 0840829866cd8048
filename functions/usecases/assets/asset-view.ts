import { type Asset, type AssetSummary, assetSummary, daysUntil } from '#domain/asset';
import type { AssetDetail, AssetRow } from '#http/schemas/asset';
import { wireInstant } from '#http/schemas/wire';

/** `today`: the site's date. */
export interface AssetReader {
  today: string;
  publicUrl: string;
}
const left = (until: string | null, today: string) => (until === null ? null : daysUntil(until, today));

export const labelUrl = (publicUrl: string, code: string): string => `${publicUrl}/e/${code}`;

export const assetRow = ({ code, ...row }: AssetSummary, { today, publicUrl }: AssetReader): AssetRow => ({
  ...row,
  warrantyDays: left(row.warrantyUntil, today),
  certificateDays: left(row.certificateUntil, today),
  label: labelUrl(publicUrl, code),
});

export function assetDetail(asset: Asset, reader: AssetReader, editable: boolean): AssetDetail {
  const { documents, meter } = asset;
  return {
    ...assetRow(assetSummary(asset), reader),
    documents,
    meter: meter && { ...meter, at: wireInstant(meter.at) },
    editable,
  };
}
