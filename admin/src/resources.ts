import type { ResourceProps } from '@refinedev/core';

/** What the panel works on. Paths of the pages are in places.tsx; those of the API follow from the names (data-provider). */
export const resources: ResourceProps[] = [
  { name: 'work', list: '/work' },
  { name: 'complaints', list: '/complaints', create: '/complaints/new', show: '/complaints/:id' },
  { name: 'households', list: '/households', show: '/households/:id' },
  { name: 'assets', list: '/assets', show: '/assets/:id' },
  { name: 'orders', list: '/orders', show: '/orders/:id' },
  { name: 'visits', list: '/visits', show: '/visits/:id' },
  { name: 'incidents', list: '/incidents', show: '/incidents/:id' },
  { name: 'archive', list: '/archive' },
];
