import { FileTextOutlined } from '@ant-design/icons';
import { useState } from 'react';
import type { ComplaintDetail } from '#http/schemas/complaint';
import { PhotoUpload } from '../../components/photo-upload.tsx';
import { usePhotoUrl } from '../../components/photo-url.ts';
import { useRefreshAll } from '../../components/refresh.ts';
import { useWords } from '../../i18n/language.ts';
import { photosOf, useTimeline } from './use-timeline.ts';

/** Evidence from intake and since, and a way to add more while the complaint is open. */
export function Photos({ complaint, mayAdd }: { complaint: ComplaintDetail; mayAdd: boolean }) {
  const { t } = useWords();
  const refreshAll = useRefreshAll();
  const { rows } = useTimeline(complaint);
  const photos = [...new Set([...complaint.photos, ...rows.flatMap(photosOf)])];
  return (
    <div className="stack">
      {photos.length === 0 && <p className="quiet">{t('photo.none')}</p>}
      <Thumbs complaint={complaint.id} photos={photos} />
      {mayAdd && (
        <PhotoUpload base={`/api/complaints/${complaint.id}/photos`} value={[]} onChange={() => void refreshAll()} />
      )}
    </div>
  );
}

/** Small pictures that open large; nothing without any. */
export function Thumbs({ complaint, photos }: { complaint: string; photos: readonly string[] }) {
  const { t } = useWords();
  if (photos.length === 0) return null;
  return (
    <ul className="photos">
      {photos.map((photo, index) => (
        <Photo key={photo} complaint={complaint} photo={photo} name={t('photo.nth', { n: index + 1 })} />
      ))}
    </ul>
  );
}

/** What is no picture (PDF, HEIC in most browsers) is a link. */
function Photo({ complaint, photo, name }: { complaint: string; photo: string; name: string }) {
  const [noPicture, setNoPicture] = useState(false);
  const url = usePhotoUrl(complaint, photo);
  return (
    <li>
      <a href={url} target="_blank" rel="noreferrer" aria-label={name}>
        {url && !noPicture ? (
          <img src={url} alt={name} loading="lazy" onError={() => setNoPicture(true)} />
        ) : (
          <FileTextOutlined />
        )}
      </a>
    </li>
  );
}
