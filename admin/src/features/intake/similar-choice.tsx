import { type HttpError, useList } from '@refinedev/core';
import { Form, Radio } from 'antd';
import type { ComplaintSummary } from '#http/schemas/complaint';
import { Radios } from '../../components/choice.tsx';
import { useDebounced } from '../../components/debounced.ts';
import { Status } from '../../components/status.tsx';
import { useWhen } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import type { IntakeValues } from './intake-body.ts';

interface SimilarChoiceProps {
  site: string;
  values: Partial<IntakeValues>;
  /** Found by the API when filing was refused: complete even where the search was still under way. */
  refused: readonly ComplaintSummary[];
}
const PAUSE = 400;

/** Open complaints with the same cause: join one of them, or file this one anyway. Nothing while there are none. */
export function SimilarChoice({ site, values, refused }: SimilarChoiceProps) {
  const { t } = useWords();
  const { ago } = useWhen(site);
  const inUnit = values.where === 'unit';
  const cause = useDebounced(
    JSON.stringify({
      site,
      category: values.category,
      building: values.building,
      ...(inUnit ? { unit: values.unit?.trim() } : { place: values.place?.trim() }),
    }),
    PAUSE,
  );
  const known: Record<string, string | undefined> = JSON.parse(cause);
  const { query } = useList<ComplaintSummary, HttpError>({
    resource: 'complaints/similar',
    filters: Object.entries(known).map(([field, value]) => ({ field, operator: 'eq', value })),
    pagination: { pageSize: 5 },
    queryOptions: { enabled: Boolean(known.category && ((known.building && known.unit) || known.place)) },
    errorNotification: false,
  });
  const searched = query.data?.data ?? [];
  const rows = [...searched, ...refused.filter(({ id }) => !searched.some((row) => row.id === id))];
  if (rows.length === 0) return null;
  return (
    <section className="similar" aria-label={t('similar.title')}>
      <strong>{t('similar.title')}</strong>
      <p className="quiet">{t('similar.hint')}</p>
      <Form.Item name="similar" rules={[{ required: true, message: t('similar.required') }]}>
        <Radios label={t('similar.title')}>
          {rows.map((row) => (
            <Radio key={row.id} value={row.id}>
              {t('similar.join', { number: row.number })}{' '}
              <span className="quiet">
                {t('item.filedAgo', { ago: ago(row.createdAt) })} · <Status status={row.status} />
              </span>
            </Radio>
          ))}
          <Radio value="new">{t('similar.new')}</Radio>
        </Radios>
      </Form.Item>
    </section>
  );
}
