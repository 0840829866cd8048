import { z } from 'zod';
import { Slug } from '#domain/organisation';
import type { Route } from './route.ts';
import {
  AssetDetail,
  AssetDocumentPath,
  AssetKindView,
  AssetPath,
  AssetQuery,
  AssetRow,
  ChangedAsset,
  NewAsset,
} from './schemas/asset.ts';
import { KeptPhoto, NewPhoto, PhotoForm, PhotoView } from './schemas/complaint.ts';
import { pageOf } from './schemas/wire.ts';

const lift = () => ({
  building: 'b1',
  place: '1 号电梯厅',
  kind: 'lift',
  number: 'DT-B1-09',
  name: '1 栋 9 号电梯',
  maker: '上海三菱',
  model: 'LEHY-III',
  certificateUntil: '2027-03-31',
});

/** The register of what is maintained (设备台账). */
export const assetRoutes = {
  listAssets: {
    method: 'GET',
    path: '/api/assets',
    summary: 'Assets of a site: all, of a building, of a kind, or those somebody answers for',
    query: AssetQuery,
    response: pageOf(AssetRow),
  },
  listAssetKinds: {
    method: 'GET',
    path: '/api/asset-kinds',
    summary: 'Kinds of facility at a site',
    query: z.object({ site: Slug }),
    response: pageOf(AssetKindView),
  },
  createAsset: {
    method: 'POST',
    path: '/api/assets',
    summary: 'Put an asset on the register',
    keyed: true,
    body: NewAsset,
    response: AssetDetail,
    status: 201,
    example: () => ({ site: 'east-lake', ...lift() }),
  },
  showAsset: {
    method: 'GET',
    path: '/api/assets/{id}',
    summary: 'One asset',
    params: AssetPath,
    response: AssetDetail,
  },
  showLabel: {
    method: 'GET',
    path: '/api/labels/{id}',
    summary: 'The asset whose label has this code',
    params: AssetPath,
    response: AssetDetail,
  },
  changeAsset: {
    method: 'PUT',
    path: '/api/assets/{id}',
    summary: 'Change an asset; 409 when somebody else did since',
    params: AssetPath,
    body: ChangedAsset,
    response: AssetDetail,
    example: () => ({ expected: 1, ...lift(), condition: 'limited' }),
    paramsExample: { id: 'an-asset' },
  },
  offerAssetDocument: {
    method: 'POST',
    path: '/api/asset-documents',
    summary: 'An upload form for a photo or PDF file of an asset',
    body: NewPhoto,
    response: PhotoForm,
    example: () => ({}),
  },
  keepAssetDocument: {
    method: 'POST',
    path: '/api/asset-documents/{photo}/keep',
    summary: 'Check an uploaded document',
    params: z.object({ photo: AssetDocumentPath.shape.document }),
    response: KeptPhoto,
  },
  viewAssetDocument: {
    method: 'GET',
    path: '/api/assets/{id}/documents/{document}',
    summary: 'A short-lived address of a document',
    params: AssetDocumentPath,
    response: PhotoView,
  },
} as const satisfies Record<string, Route>;
