import { CameraOutlined, CheckOutlined, CloseOutlined, LoadingOutlined } from '@ant-design/icons';
import { useDataProvider } from '@refinedev/core';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useWords } from '../i18n/language.ts';
import { PHOTO_MOST_BYTES, PHOTO_TYPES, uploadPhoto } from '../providers/photos.ts';

interface PhotoUploadProps {
  /** /api/photos before there is a complaint, else /api/complaints/<id>/photos: whoever may act may add there. */
  base: string;
  /** Each upload is on the complaint at once: there is nothing to take back. */
  attaches?: boolean;
  id?: string;
  /** Ids of the photos kept so far. */
  value?: string[];
  onChange?: (value: string[]) => void;
}
const MOST = 10;

/** Photos and documents as evidence; each is on the server, checked, before the form is sent. */
export function PhotoUpload({ base, attaches = false, id, value = [], onChange }: PhotoUploadProps) {
  const { t } = useWords();
  const { custom } = useDataProvider()();
  const picker = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(0);
  const [failed, setFailed] = useState<string | null>(null);
  const [names, setNames] = useState<Record<string, string>>({});

  const add = async (files: File[]) => {
    setFailed(null);
    let kept = value;
    for (const file of files.slice(0, MOST - value.length)) {
      if (file.size > PHOTO_MOST_BYTES) {
        setFailed(t('photo.tooLarge', { name: file.name }));
        continue;
      }
      setBusy((count) => count + 1);
      try {
        if (!custom) throw new Error(t('error.failed'));
        const photo = await uploadPhoto(custom, base, file, t('photo.refused'));
        setNames((known) => ({ ...known, [photo]: file.name }));
        kept = [...kept, photo];
        onChange?.(kept);
      } catch (error) {
        setFailed(`${file.name}: ${error instanceof Error ? error.message : t('photo.refused')}`);
      } finally {
        setBusy((count) => count - 1);
      }
    }
  };
  return (
    <div className="photo-upload">
      <input
        ref={picker}
        className="unseen"
        type="file"
        tabIndex={-1}
        aria-hidden="true"
        multiple
        accept={PHOTO_TYPES}
        onChange={({ target }) => {
          void add([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      <Button
        id={id}
        icon={busy > 0 ? <LoadingOutlined /> : <CameraOutlined />}
        disabled={busy > 0 || value.length >= MOST}
        onClick={() => picker.current?.click()}
      >
        {busy > 0 ? t('photo.busy') : t('photo.add')}
      </Button>
      <span className="quiet">{t('photo.hint')}</span>
      {failed && (
        <span className="field-error" role="alert">
          {failed}
        </span>
      )}
      {value.length > 0 && (
        <ul className="photo-names">
          {value.map((photo, index) => {
            const name = names[photo] ?? t('photo.nth', { n: index + 1 });
            return (
              <li key={photo}>
                {name}
                {attaches ? (
                  <CheckOutlined aria-hidden />
                ) : (
                  <Button
                    type="text"
                    size="small"
                    icon={<CloseOutlined />}
                    aria-label={t('photo.remove', { name })}
                    onClick={() => onChange?.(value.filter((other) => other !== photo))}
                  />
                )}
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
