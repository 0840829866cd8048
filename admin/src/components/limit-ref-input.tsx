import { Button } from 'antd';
import type { Limit } from '#domain/limit';
import { limitText, readLimit, suggestLimits } from '#domain/limit-text';
import { limitWords } from '#domain/words';
import type { LimitRef } from '#domain/workflow/definition';
import { useWords, type Words } from '../i18n/language.ts';
import { LimitForm } from './limit-form.tsx';
import { firstLimit, LimitBox, type LimitProps, type Read, unknownWords } from './limit-input.tsx';

const OWN = ['acknowledge', 'reply', 'resolve'] as const satisfies readonly LimitRef[];

interface LimitRefInputProps extends LimitProps {
  value: LimitRef | undefined;
  onChange: (value: LimitRef | undefined) => void;
  /** What it means that there is none: the box may then be left empty. */
  none?: string;
}

/** A limit of a workflow: one of its own, or the one each item brings along; where `none` is given, perhaps no limit. */
export function LimitRefInput({ value, onChange, none, ...rest }: LimitRefInputProps) {
  const { t, language } = useWords();
  const print = (limit: LimitRef | undefined): string => {
    if (limit === undefined) return '';
    return typeof limit === 'string' ? t(`limitOwn.${limit}`) : limitText(limit, language);
  };
  const read = (text: string): Read<LimitRef | undefined> => {
    if (text.trim() === '' && none !== undefined) return { value: undefined };
    const own = OWN.find((clock) => isCalled(text, clock, t));
    if (own) return { value: own };
    const reading = readLimit(text);
    if (reading.ok) return { value: reading.limit };
    return { why: reading.why === 'unknown' ? unknownWords(t, reading.at) : t(`limitWhy.${reading.why}`) };
  };
  const suggest = (text: string): LimitRef[] => {
    const chosen = typeof value === 'string' && text === print(value);
    const own = OWN.filter(
      (clock) => text.trim() === '' || chosen || squeezed(t(`limitOwn.${clock}`)).includes(squeezed(text)),
    );
    return [...own, ...suggestLimits(chosen ? '' : text, language)];
  };
  return (
    <LimitBox<LimitRef | undefined>
      {...rest}
      value={value}
      onChange={onChange}
      print={print}
      means={(limit) => meaningOf(limit, t, none, language)}
      read={read}
      suggest={suggest}
      placeholder={none === undefined ? '' : t('limit.none')}
      form={(close) => (
        <div className="limit-ref-form">
          <p className="quiet">{t('limit.ownLead')}</p>
          <div className="limit-own">
            {OWN.map((clock) => (
              <Button
                key={clock}
                size="small"
                type={value === clock ? 'primary' : 'default'}
                aria-pressed={value === clock}
                onClick={() => {
                  onChange(clock);
                  close();
                }}
              >
                {t(`limitOwn.${clock}`)}
              </Button>
            ))}
          </div>
          <p className="quiet">{t('limit.fixedLead')}</p>
          <LimitForm
            label={rest.label}
            value={typeof value === 'object' ? value : firstLimit}
            onChange={(limit: Limit) => onChange(limit)}
          />
        </div>
      )}
    />
  );
}

/** One line on what a limit of a workflow means. */
function meaningOf(limit: LimitRef | undefined, t: Words, none: string | undefined, language: 'zh-CN' | 'en'): string {
  if (limit === undefined) return none ?? '';
  return typeof limit === 'string' ? t(`limitOwn.means.${limit}`) : limitWords(limit, language);
}

const squeezed = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s'’]+/g, '');

/** Said in full, or by the name of its clock alone. */
const isCalled = (text: string, clock: (typeof OWN)[number], t: Words): boolean =>
  [t(`limitOwn.${clock}`), t(`clockName.${clock}`), clock].some((name) => squeezed(name) === squeezed(text));
