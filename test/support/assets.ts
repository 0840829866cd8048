import type { Asset } from '#domain/asset';

/** A lift of building 1 as it was put on the register. */
export const asset = (change: Partial<Asset> = {}): Asset => ({
  id: 'a1',
  company: 'demo',
  site: 'east-lake',
  building: 'b1',
  area: null,
  place: '1 号电梯厅',
  kind: 'lift',
  number: 'DT-1',
  name: '1 号电梯',
  maker: '上海三菱',
  model: 'LEHY-III',
  responsible: 'repairer-a',
  deputy: 'repairer-b',
  warrantyUntil: null,
  certificateUntil: '2026-12-01',
  condition: 'good',
  documents: [],
  meter: null,
  readings: [],
  retiredAt: null,
  renewalAt: null,
  code: 'code-a1',
  version: 1,
  ...change,
});
