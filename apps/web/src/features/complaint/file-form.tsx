import { COMPLAINT_SUBJECTS, type ComplaintSubject } from '@core/complaint';
import { useQuery } from '@tanstack/react-query';
import { Input, Radio, Select } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../shared/api/client';
import { useRefresh } from '../../shared/api/use-refresh';
import type { ComplaintChance, TenderDetail } from '../../shared/api/wire';
import { lastMoment } from '../../shared/i18n/dates';
import { useT } from '../../shared/i18n/i18n-context';
import { ActButton } from '../../shared/ui/act-button';
import { Note } from '../../shared/ui/note';
import { isDivided } from '../lot/lots';
import { EvidenceField, type Attached } from './evidence';
import { complaintChances } from './queries';
import { TextField } from './text-field';

/** Makes a complaint: what comes first is explained, and until when it is in time. */
export function FileForm({
  tender,
  onFiled,
}: {
  readonly tender: TenderDetail;
  readonly onFiled: () => void;
}) {
  const t = useT();
  const refresh = useRefresh();
  const [lotField, dayField] = [useId(), useId()];
  const { data: chances = [] } = useQuery(complaintChances(tender.id));
  const [subject, setSubject] = useState<ComplaintSubject>('result');
  const [lot, setLot] = useState(0);
  const [text, setText] = useState('');
  const [claim, setClaim] = useState('');
  const [interest, setInterest] = useState('');
  const [knownOn, setKnownOn] = useState('');
  const [files, setFiles] = useState<readonly Attached[]>([]);
  const isWhole = [text, claim, interest].every((one) => one.trim() !== '') && knownOn !== '';
  return (
    <div className="stack no-print">
      <p className="small muted measure">{t('complaint.explain')}</p>
      <Radio.Group
        className="stack"
        aria-label={t('complaint.subject')}
        value={subject}
        onChange={(event) => setSubject(event.target.value as ComplaintSubject)}
        options={COMPLAINT_SUBJECTS.map((value) => ({
          value,
          label: t(`complaintSubject.${value}`),
        }))}
      />
      <Chance chance={chances.find((one) => one.subject === subject)} />
      {isDivided(tender) ? (
        <div>
          <label htmlFor={lotField}>{t('complaint.lot')}</label>{' '}
          <Select
            id={lotField}
            value={lot}
            options={[
              { value: 0, label: t('complaint.whole') },
              ...tender.lots.map(({ number }) => ({
                value: number,
                label: t('lot.number', { number }),
              })),
            ]}
            onChange={setLot}
          />
        </div>
      ) : null}
      <TextField label={t('complaint.text')} rows={4} value={text} onChange={setText} />
      <TextField label={t('complaint.claim')} value={claim} onChange={setClaim} />
      <TextField label={t('complaint.interest')} rows={2} value={interest} onChange={setInterest} />
      <div>
        <label htmlFor={dayField}>{t('complaint.knownOn')}</label>
        <Input
          id={dayField}
          type="date"
          value={knownOn}
          onChange={(event) => setKnownOn(event.target.value)}
        />
      </div>
      <EvidenceField files={files} onChange={setFiles} />
      <div>
        <ActButton
          primary
          disabled={!isWhole}
          onAct={async () => {
            await api.POST('/api/tenders/{id}/complaints', {
              params: { path: { id: tender.id } },
              body: {
                subject,
                text: text.trim(),
                claim: claim.trim(),
                interest: interest.trim(),
                knownOn,
                fileIds: files.map(({ id }) => id),
                ...(lot === 0 ? {} : { lot }),
              },
            });
            await refresh();
            onFiled();
          }}
        >
          {t('complaint.file')}
        </ActButton>
      </div>
    </div>
  );
}

/** What comes first for this matter, and until when a complaint is in time. */
function Chance({ chance }: { readonly chance: ComplaintChance | undefined }) {
  const t = useT();
  if (chance === undefined) return null;
  const { objection, objectionFirst, until } = chance;
  if (objectionFirst !== null && objection !== 'done') {
    return (
      <Note tone="warn">
        <p>
          {t(objection === 'none' ? 'complaint.objectFirst' : 'complaint.objectWaiting')}{' '}
          <span className="small muted">{objectionFirst}</span>
        </p>
      </Note>
    );
  }
  if (until === null) return null;
  return <p className="number">{t('complaint.until', { at: lastMoment(until) })}</p>;
}
