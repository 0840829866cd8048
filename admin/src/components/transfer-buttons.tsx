import { UploadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { useMay } from '../features/workplace/may.ts';
import { useWorkplace } from '../features/workplace/workplace.tsx';
import { useWords } from '../i18n/language.ts';
import { ExportButton } from './export-button.tsx';

/** Beside a list: into it from a table, and out of it as one; each where the reader may. */
export function TransferButtons({ list, name }: { list: 'households' | 'staff'; name: string }) {
  const { t, language } = useWords();
  const { site } = useWorkplace();
  const navigate = useNavigate();
  const mayImport = useMay(list === 'households' ? 'household.import' : 'staff.import');
  const mayExport = useMay(list === 'households' ? 'household.export' : 'staff.export');
  const here = list === 'households' ? site : null;
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
