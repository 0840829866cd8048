import { UploadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useNavigate } from 'react-router';
import type { Operation } from '#domain/permission';
import { useMay } from '../features/workplace/may.ts';
import { useWorkplace } from '../features/workplace/workplace.tsx';
import { useWords } from '../i18n/language.ts';
import { ExportButton } from './export-button.tsx';

const NEEDS = {
  households: { into: 'household.import', out: 'household.export' },
  staff: { into: 'staff.import', out: 'staff.export' },
  assets: { into: 'asset.write', out: 'asset.read' },
} as const satisfies Record<string, Record<'into' | 'out', Operation>>;

/** Beside a list: into it from a table, and out of it as one; each where the reader may. */
export function TransferButtons({ list, name }: { list: keyof typeof NEEDS; name: string }) {
  const { t, language } = useWords();
  const { site } = useWorkplace();
  const navigate = useNavigate();
  const mayImport = useMay(NEEDS[list].into);
  const mayExport = useMay(NEEDS[list].out);
  const here = list === 'staff' ? null : site;
  return (
    <>
      {mayExport && (list === 'staff' || here) && (
        <ExportButton
          list={list}
          name={here ? `${here.name[language]} ${name}` : name}
          query={here ? { site: here.id } : {}}
        />
      )}
      {mayImport && (
        <Button icon={<UploadOutlined />} onClick={() => navigate(`/${list}/import`)}>
          {t('import.link')}
        </Button>
      )}
    </>
  );
}
