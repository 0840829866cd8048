import { DownloadOutlined } from '@ant-design/icons';
import { Button, Input, Popover } from 'antd';
import { useState } from 'react';
import { DAY, localDate } from '#domain/time';
import { ExportButton } from '../../components/export-button.tsx';
import { useWords } from '../../i18n/language.ts';
import { useNow } from '../clock/system-clock.tsx';
import { useMay } from '../workplace/may.ts';
import { useWorkplace } from '../workplace/workplace.tsx';

const DAYS = 30;

/** The complaints of a period as a file; the last thirty days unless the reader says otherwise. */
export function ExportPeriod() {
  const { t, language } = useWords();
  const { site } = useWorkplace();
  const now = useNow();
  const may = useMay('item.export');
  const [chosen, setChosen] = useState<{ from?: string; to?: string }>({});
  if (!may || site === null) return null;
  const from = chosen.from ?? localDate(now - DAYS * DAY, site.zone);
  const to = chosen.to ?? localDate(now, site.zone);
  const date = (key: 'from' | 'to', value: string) => (
    <div className="export-date">
      <label htmlFor={`export-${key}`}>{t(`export.${key}`)}</label>
      <Input
        id={`export-${key}`}
        type="date"
        required
        value={value}
        onChange={(event) => event.target.value !== '' && setChosen({ ...chosen, [key]: event.target.value })}
      />
    </div>
  );
  const period = (
    <div className="export-period">
      {date('from', from)}
      {date('to', to)}
      {from > to ? (
        <span className="field-error" role="alert">
          {t('export.backwards')}
        </span>
      ) : (
        <ExportButton
          list="complaints"
          name={`${site.name[language]} ${t('nav.complaints')} ${from} ${to}`}
          query={{ site: site.id, from, to }}
        />
      )}
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomRight" title={t('export.period')} content={period}>
      <Button icon={<DownloadOutlined />}>{t('export.button')}</Button>
    </Popover>
  );
}
