import { ImportPage } from './import-page.tsx';

/** The register from a table, into the site chosen in the header. */
export default function AssetImportPage() {
  return <ImportPage kind="assets" />;
}
