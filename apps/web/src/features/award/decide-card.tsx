import { DECISION_WAYS, LONGEST_REASON, MOST_MEMBERS, type DecisionWay } from '@core/tender';
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Radio, Select } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../shared/api/client';
import { useRefresh } from '../../shared/api/use-refresh';
import type { OwnTender, Result, StoredFile } from '../../shared/api/wire';
import { dateTime } from '../../shared/i18n/dates';
import { useT } from '../../shared/i18n/i18n-context';
import { Card } from '../../shared/ui/card';
import { ConfirmDialog } from '../../shared/ui/confirm-dialog';
import { PaperField } from '../project/components/paper-field';
import { CommitteeFields } from './committee-fields';
import {
  anotherLot,
  decisionOf,
  firstMembers,
  missingOf,
  type TypedDecision,
} from './typed-decision';
import { result } from './queries';

/** The award by the tenderer's committee, among candidates the panel did not rank. */
export function DecideCard({ tender }: { readonly tender: OwnTender }) {
  const t = useT();
  const refresh = useRefresh();
  const reasonField = useId();
  const least = tender.apartBasis?.committee ?? 1;
  const open = tender.lots.filter(({ state }) => state === 'open');
  const [lot, setLot] = useState<number | null>(null);
  const current = open.find(({ number }) => number === lot) ?? open[0];
  const [typed, setTyped] = useState<TypedDecision>(() => ({
    way: 'vote',
    members: firstMembers(least),
    agreed: null,
    reason: '',
  }));
  const [file, setFile] = useState<StoredFile | null>(null);
  const [told, setTold] = useState(false);
  const [asking, setAsking] = useState(false);
  const { data } = useQuery(result(tender.id));
  if (current === undefined) return null;
  const candidates = (data?.candidates ?? []).filter(
    (one) => one.lot === current.number && one.passedOver === null,
  );
  const missing = missingOf(typed, file !== null);
  return (
    <Card title={t('decide.title')}>
      <p>{t('decide.lead', { citation: tender.apartBasis?.citation ?? '' })}</p>
      {current.publicityUntil === null ? null : (
        <p className="small muted">
          {t('decide.publicity', { at: dateTime(current.publicityUntil) })}
        </p>
      )}
      <div className="stack">
        <LotField
          open={open}
          lot={current.number}
          onChange={(number) => {
            setLot(number);
            setTyped(anotherLot(typed));
          }}
        />
        <Radio.Group
          aria-label={t('decide.way')}
          value={typed.way}
          options={DECISION_WAYS.map((value) => ({ value, label: t(`decideWay.${value}`) }))}
          onChange={(event) => setTyped({ ...typed, way: event.target.value as DecisionWay })}
        />
        <CommitteeFields
          typed={typed}
          candidates={candidates}
          least={tender.apartBasis?.committee ?? null}
          most={MOST_MEMBERS}
          onChange={setTyped}
        />
        <AgreedField typed={typed} candidates={candidates} onChange={setTyped} />
        <div>
          <label htmlFor={reasonField}>{t('decide.reason')}</label>
          <Input.TextArea
            id={reasonField}
            rows={3}
            maxLength={LONGEST_REASON}
            value={typed.reason}
            onChange={(event) => setTyped({ ...typed, reason: event.target.value })}
          />
        </div>
        <PaperField
          label={t('decide.minutes')}
          done={(name) => t('decide.minutesKept', { name })}
          file={file}
          onFile={setFile}
        />
        <p role="status" className="small muted">
          {told && missing.length > 0
            ? t('decide.missing', {
                parts: missing.map((part) => t(`decide.missing.${part}`)).join(t('list.comma')),
              })
            : null}
        </p>
        <div>
          <Button
            type="primary"
            size="large"
            onClick={() => {
              setTold(true);
              setAsking(missing.length === 0);
            }}
          >
            {t('decide.act')}
          </Button>
        </div>
      </div>
      <ConfirmDialog
        open={asking}
        title={t('decide.consequence')}
        keepLabel={t('draft.keep')}
        actLabel={t('decide.act')}
        onKeep={() => setAsking(false)}
        onAct={async () => {
          if (file === null) return;
          await api.POST('/api/tenders/{id}/award-decisions', {
            params: { path: { id: tender.id } },
            body: { ...decisionOf(typed), lot: current.number, fileId: file.id },
          });
          setAsking(false);
          setFile(null);
          await refresh();
        }}
      >
        {t('decide.consequenceText')}
      </ConfirmDialog>
    </Card>
  );
}

function LotField({
  open,
  lot,
  onChange,
}: {
  readonly open: OwnTender['lots'];
  readonly lot: number;
  readonly onChange: (lot: number) => void;
}) {
  const t = useT();
  const field = useId();
  if (open.length < 2) return null;
  return (
    <div>
      <label htmlFor={field}>{t('decide.lot')}</label>{' '}
      <Select
        id={field}
        value={lot}
        options={open.map(({ number }) => ({ value: number, label: t('lot.number', { number }) }))}
        onChange={onChange}
      />
    </div>
  );
}

function AgreedField({
  typed,
  candidates,
  onChange,
}: {
  readonly typed: TypedDecision;
  readonly candidates: Result['candidates'];
  readonly onChange: (typed: TypedDecision) => void;
}) {
  const t = useT();
  const field = useId();
  if (typed.way !== 'deliberation') return null;
  return (
    <div>
      <label htmlFor={field}>{t('decide.agreed')}</label>
      <Select
        id={field}
        value={typed.agreed}
        options={candidates.map(({ number, name }) => ({ value: number, label: name }))}
        onChange={(agreed) => onChange({ ...typed, agreed })}
      />
    </div>
  );
}
