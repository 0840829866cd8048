import type { Category } from '#domain/routing';
import type { Directory } from './workplace.tsx';

/** Categories and limits as they hold at a site: its own where it has some, else the company's. */
export const routingAt = (directory: Directory, site: string | undefined): Pick<Directory, 'categories' | 'limits'> =>
  directory.ownRouting.find((one) => one.site === site) ?? directory;

/** Those that can be chosen there now. */
export const categoriesAt = (directory: Directory, site: string | undefined): Category[] =>
  routingAt(directory, site).categories.filter(({ active }) => active);

export const categoryAt = (directory: Directory, site: string | undefined, id: string): Category | undefined =>
  routingAt(directory, site).categories.find((one) => one.id === id);
