import type { HandlerOf } from '#http/route';
import type { Routes } from '#http/routes';
import type { AssetRegister } from '#usecases/assets/asset-register';
import type { createPhotos } from '#usecases/photos';

export interface AssetUseCases {
  assets: AssetRegister;
  photos: ReturnType<typeof createPhotos>;
}
type Operation =
  | 'listAssets'
  | 'listAssetKinds'
  | 'createAsset'
  | 'showAsset'
  | 'showLabel'
  | 'changeAsset'
  | 'offerAssetDocument'
  | 'keepAssetDocument'
  | 'viewAssetDocument';

export const assetHandlers = ({ assets, photos }: AssetUseCases): { [Id in Operation]: HandlerOf<Routes[Id]> } => ({
  listAssets: ({ caller, query }) => assets.list(caller, query),
  listAssetKinds: async ({ caller, query }) => ({ data: await assets.kinds(caller, query.site), next: null }),
  createAsset: ({ caller, body, key }) => assets.create(caller, body, key),
  showAsset: ({ caller, params }) => assets.show(caller, params.id),
  showLabel: ({ caller, params }) => assets.scan(caller, params.id),
  changeAsset: ({ caller, params, body }) => assets.change(caller, params.id, body),
  offerAssetDocument: ({ caller, body }) => photos.offerForAsset(caller, body.returnTo),
  keepAssetDocument: ({ caller, params }) => photos.keepForAsset(caller, params.photo),
  viewAssetDocument: ({ caller, params }) => assets.viewDocument(caller, params.id, params.document),
});
