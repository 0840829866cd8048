import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { DAY, instantAt, localDate } from '#domain/time';
import { zoneWords } from '#domain/zone-words';
import { InstantField } from '../../components/instant-field.tsx';
import { Labelled } from '../../components/labelled.tsx';
import { useWhenIn } from '../../components/when.tsx';
import { useWords } from '../../i18n/language.ts';
import { useNow } from '../clock/system-clock.tsx';
import { useWorkplace, useZone } from '../workplace/workplace.tsx';
import type { Kind } from './kinds.ts';
import type { OpenDocument } from './use-document.ts';

interface PublishLaterProps<K extends Kind> {
  document: OpenDocument<K>;
  /** What was typed as a note already. */
  note: string;
  /** Called in place of `document.plan`, to judge first; true when it is planned. */
  plan?: ((note: string, at: number) => Promise<boolean>) | undefined;
  /** It is planned. */
  done: () => void;
}

/** Publishes at a set time of the site: asks when, and for the note. */
export function PublishLater<K extends Kind>({
  document,
  note: typed,
  plan: send = document.plan,
  done,
}: PublishLaterProps<K>) {
  const { t, language } = useWords();
  const { site } = useWorkplace();
  const zone = useZone(site?.id);
  const when = useWhenIn(zone);
  const now = useNow();
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState(false);
  const [note, setNote] = useState(typed);
  const [chosen, setChosen] = useState<number | null>(null);
  // Tomorrow morning, until another time is chosen.
  const at = chosen ?? instantAt(localDate(now + DAY, zone), '08:00', zone);
  const past = at <= now;
  const plan = async () => {
    setAsked(true);
    if (past || note.trim() === '') return;
    const planned = await send(note.trim(), at);
    setOpen(false);
    if (!planned) return;
    setAsked(false);
    done();
  };
  const begin = () => {
    setNote(typed);
    setChosen(null);
    setOpen(true);
  };
  const noteNeeded = asked && note.trim() === '';
  const standing = document.shared.planned?.state === 'planned';
  return (
    <>
      <Button disabled={document.saving || document.conflict !== null || standing} onClick={begin}>
        {t('plan.open')}
      </Button>
      <Modal
        open={open}
        title={t('plan.title')}
        okText={t('plan.confirm')}
        cancelText={t('plan.cancel')}
        confirmLoading={document.saving}
        onOk={() => void plan()}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <Form layout="vertical" component="div">
          <InstantField
            label={t('plan.at')}
            zone={zone}
            value={at}
            disabled={false}
            change={setChosen}
            hint={t('plan.words', { when: when.at(at), zone: zoneWords(zone, at, language) })}
            problem={past ? t('plan.past') : undefined}
          />
          <Labelled
            label={t('doc.note')}
            required
            {...(noteNeeded && { validateStatus: 'error' as const, help: t('doc.noteNeeded') })}
          >
            {(id) => (
              <Input.TextArea
                id={id}
                value={note}
                maxLength={500}
                autoSize={{ minRows: 2, maxRows: 5 }}
                placeholder={t('doc.notePlaceholder')}
                onChange={({ target }) => setNote(target.value)}
              />
            )}
          </Labelled>
          <p className="quiet">{t('plan.hint')}</p>
        </Form>
      </Modal>
    </>
  );
}
