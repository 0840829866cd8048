import { ImportPage } from './import-page.tsx';

/** Staff from a table, as a new version of the organisation. */
export default function StaffImportPage() {
  return <ImportPage kind="staff" />;
}
