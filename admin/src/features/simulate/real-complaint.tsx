import type { ComplaintSummary } from '#http/schemas/complaint';
import { Choice } from '../../components/choice.tsx';
import { useCursorList } from '../../components/cursor-list.ts';
import { Labelled } from '../../components/labelled.tsx';
import { useWhenIn } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { momentNow, type Scene } from './scene.ts';

interface RealComplaintProps {
  site: string;
  zone: string;
  take: (change: Partial<Scene>) => void;
}

/** Begins with one of the site's newest complaints: where it was, what it was about, and when it was filed. */
export function RealComplaint({ site, zone, take }: RealComplaintProps) {
  const { t } = useWords();
  const { names } = useWorkplace();
  const { at } = useWhenIn(zone);
  const { rows, loading } = useCursorList<ComplaintSummary>({ resource: 'complaints', filters: { site } });
  const choose = (id: string | undefined) => {
    const found = rows.find((one) => one.id === id);
    if (!found) return;
    const { building, unit, place, category } = found;
    take({
      building,
      unit: unit ?? '',
      place: place ?? '',
      category,
      moment: momentNow(Date.parse(found.createdAt), zone),
    });
  };
  return (
    <Labelled label={t('sim.fromReal')}>
      {(id) => (
        <Choice
          id={id}
          showSearch
          allowClear
          optionFilterProp="label"
          loading={loading}
          placeholder={t('sim.fromRealHint')}
          onChange={choose}
          options={rows.map((row) => ({
            value: row.id,
            label: `${row.number} · ${names.category(row.category)} · ${names.place(row)} · ${at(row.createdAt)}`,
          }))}
        />
      )}
    </Labelled>
  );
}
