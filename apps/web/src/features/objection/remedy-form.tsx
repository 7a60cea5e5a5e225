import {
  PASS_OVER_GROUNDS,
  RESULT_REMEDIES,
  type PassOverGround,
  type ResultRemedy,
} from '@core/tender';
import { Button, Input, Radio, Select } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../shared/api/client';
import { useRefresh } from '../../shared/api/use-refresh';
import type { Objection, OwnTender } from '../../shared/api/wire';
import { useT } from '../../shared/i18n/i18n-context';
import { useAct } from '../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../shared/ui/error-note';
import { Note } from '../../shared/ui/note';

const LONGEST = 8000;

/** What follows from an upheld objection: to the documents a correction, to the result what the tenderer records here. */
export function RemedyForm({
  tender,
  objection,
}: {
  readonly tender: OwnTender;
  readonly objection: Objection;
}) {
  const t = useT();
  if (objection.stage === 'documents') {
    if (tender.state !== 'published') return null;
    return (
      <Note tone="warn">
        <p>{t('remedy.documents')}</p>
      </Note>
    );
  }
  return <ResultForm tender={tender} objection={objection} />;
}

function ResultForm({
  tender: { lots },
  objection,
}: {
  readonly tender: OwnTender;
  readonly objection: Objection;
}) {
  const t = useT();
  const refresh = useRefresh();
  const [lotField, groundField, textField] = [useId(), useId(), useId()];
  const [remedy, setRemedy] = useState<ResultRemedy>('passed_over');
  const [ground, setGround] = useState<PassOverGround>('violation');
  const [lot, setLot] = useState(objection.lot ?? lots[0]?.number ?? 1);
  const [text, setText] = useState('');
  const { busy, error, act } = useAct(async () => {
    await api.POST('/api/objections/{id}/remedy', {
      params: { path: { id: objection.id } },
      body: {
        remedy,
        text: text.trim(),
        lot,
        ...(remedy === 'passed_over' ? { ground } : {}),
      },
    });
    await refresh();
  });
  return (
    <div className="stack">
      <Note tone="warn">
        <p>{t('remedy.result')}</p>
      </Note>
      <Radio.Group
        aria-label={t('remedy.choice')}
        value={remedy}
        onChange={(event) => setRemedy(event.target.value as ResultRemedy)}
        options={RESULT_REMEDIES.map((value) => ({ value, label: t(`remedy.${value}`) }))}
      />
      {lots.length > 1 && objection.lot === null ? (
        <div>
          <label htmlFor={lotField}>{t('remedy.lot')}</label>{' '}
          <Select
            id={lotField}
            value={lot}
            options={lots.map(({ number }) => ({
              value: number,
              label: t('lot.number', { number }),
            }))}
            onChange={setLot}
          />
        </div>
      ) : null}
      {remedy === 'passed_over' ? (
        <div>
          <label htmlFor={groundField}>{t('remedy.ground')}</label>
          <Select
            id={groundField}
            value={ground}
            options={PASS_OVER_GROUNDS.map((value) => ({
              value,
              label: t(`passOver.${value}`),
            }))}
            onChange={setGround}
          />
        </div>
      ) : null}
      <div>
        <label htmlFor={textField}>{t('remedy.text')}</label>
        <Input.TextArea
          id={textField}
          rows={3}
          maxLength={LONGEST}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      {error === null ? null : <ErrorNote error={error} />}
      <div>
        <Button disabled={text.trim() === ''} loading={busy} onClick={act}>
          {t('remedy.act')}
        </Button>
      </div>
    </div>
  );
}
