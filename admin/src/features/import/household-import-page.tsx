import { ImportPage } from './import-page.tsx';

/** Resident files from a table, into the site chosen in the header. */
export default function HouseholdImportPage() {
  return <ImportPage kind="households" />;
}
