import type { Directory } from './organisation.ts';

/** The directory as a site's own version is judged against: it must work there, and need not elsewhere. */
export const onlySite = (directory: Directory, site: string): Directory => ({
  ...directory,
  organisation: {
    ...directory.organisation,
    sites: directory.organisation.sites.filter(({ id }) => id === site),
  },
});
