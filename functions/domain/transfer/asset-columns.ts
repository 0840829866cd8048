import type { Condition } from '../asset.ts';
import type { Choice, Column } from '../table/columns.ts';

const t = (zh: string, en: string) => ({ 'zh-CN': zh, en });

export type AssetField =
  | 'number'
  | 'name'
  | 'kind'
  | 'building'
  | 'area'
  | 'place'
  | 'condition'
  | 'responsible'
  | 'deputy'
  | 'certificateUntil'
  | 'warrantyUntil'
  | 'maker'
  | 'model';

/** One row an asset; the same columns come out of an export and go into an import. */
export const assetColumns: readonly Column<AssetField>[] = [
  { field: 'number', name: t('编号', 'Number'), also: ['设备编号', 'no.', 'asset number'], required: true },
  { field: 'name', name: t('名称', 'Name'), also: ['设备名称'], required: true },
  { field: 'kind', name: t('类别', 'Kind'), also: ['设备类别', '设备类型', 'type'], required: true },
  { field: 'building', name: t('楼栋', 'Building'), also: ['楼号', '栋号', 'block'] },
  { field: 'area', name: t('片区', 'Area') },
  { field: 'place', name: t('位置', 'Place'), also: ['安装位置', 'location'] },
  { field: 'condition', name: t('状态', 'Condition'), also: ['设备状态'] },
  { field: 'responsible', name: t('责任人', 'Responsible') },
  { field: 'deputy', name: t('代理人', 'Deputy') },
  { field: 'certificateUntil', name: t('检验有效期至', 'Certificate until'), also: ['年检有效期', '下次检验日期'] },
  { field: 'warrantyUntil', name: t('质保期至', 'Warranty until'), also: ['保修期至'] },
  { field: 'maker', name: t('制造商', 'Maker'), also: ['生产厂家', '品牌', 'manufacturer'] },
  { field: 'model', name: t('型号', 'Model'), also: ['规格型号'] },
];

export const conditionChoices: readonly Choice<Condition>[] = [
  { value: 'good', name: t('完好', 'In order'), also: ['正常', 'good'] },
  { value: 'limited', name: t('受限使用', 'Limited use'), also: ['limited'] },
  { value: 'outOfOrder', name: t('停用待修', 'Out of order'), also: ['停用', '故障'] },
  { value: 'retired', name: t('已报废', 'Retired'), also: ['报废'] },
];
