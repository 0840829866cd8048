import { useState } from 'react';
import { usePhotoUrl } from '../../components/photo-url.ts';
import { useWords } from '../../i18n/language.ts';

/** Pictures as large as paper allows, read at once: what loads later would not be printed. */
export function Evidence({ complaint, photos }: { complaint: string; photos: readonly string[] }) {
  const { t } = useWords();
  if (photos.length === 0) return <p>{t('form.noEvidence')}</p>;
  return (
    <ul className="sheet-photos">
      {photos.map((photo, index) => (
        <Picture key={photo} complaint={complaint} photo={photo} name={t('form.fileNth', { n: index + 1 })} />
      ))}
    </ul>
  );
}

function Picture({ complaint, photo, name }: { complaint: string; photo: string; name: string }) {
  const [noPicture, setNoPicture] = useState(false);
  const url = usePhotoUrl(complaint, photo);
  return (
    <li>
      <figure>
        {url && !noPicture && <img src={url} alt={name} onError={() => setNoPicture(true)} />}
        <figcaption>{noPicture && url ? <a href={url}>{name}</a> : name}</figcaption>
      </figure>
    </li>
  );
}
