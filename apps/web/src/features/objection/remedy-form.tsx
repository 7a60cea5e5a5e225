import {
  PASS_OVER_GROUNDS,
  remediesFor,
  type PassOverGround,
  type ResultRemedy,
} from '@core/tender';
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Radio, Select } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../shared/api/client';
import { useRefresh } from '../../shared/api/use-refresh';
import type { Objection, OwnTender, Result } from '../../shared/api/wire';
import { useT } from '../../shared/i18n/i18n-context';
import { ConfirmDialog } from '../../shared/ui/confirm-dialog';
import { Note } from '../../shared/ui/note';
import { QueryView } from '../../shared/ui/query-view';
import { result } from '../award/queries';
import { remedyPreview } from './queries';
import { RemedyPaper, WhatChanges } from './remedy-paper';
import './remedy-form.css';

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
  tender: { id: tenderId, lots, plan },
  objection,
}: {
  readonly tender: OwnTender;
  readonly objection: Objection;
}) {
  const t = useT();
  const refresh = useRefresh();
  const [lotField, textField] = [useId(), useId()];
  const remedies = remediesFor(objection.ordered);
  const [remedy, setRemedy] = useState<ResultRemedy>(remedies[0] ?? 'stands');
  const [ground, setGround] = useState<PassOverGround>('violation');
  const waiting =
    objection.waitsFor.length === 0 ? lots.map((one) => one.number) : objection.waitsFor;
  const [chosen, setLot] = useState<number | null>(null);
  const lot = chosen !== null && waiting.includes(chosen) ? chosen : (waiting[0] ?? 1);
  const [rank, setRank] = useState<number | null>(null);
  const [text, setText] = useState('');
  const [asking, setAsking] = useState(false);
  const { data: published } = useQuery(result(tenderId));
  const standing = standingIn(published, lot);
  const wish = wishOf({ remedy, lot, ground }, rank ?? firstNamed(plan, standing));
  const preview = useQuery(remedyPreview(objection.id, wish));
  const act = t(remedy === 'stands' ? 'remedy.actAlone' : 'remedy.act');
  return (
    <div className="stack">
      <Note tone="warn">
        <p>{t('remedy.result')}</p>
      </Note>
      <Radio.Group
        className="stack"
        aria-label={t('remedy.choice')}
        value={remedy}
        onChange={(event) => setRemedy(event.target.value as ResultRemedy)}
        options={remedies.map((value) => ({ value, label: t(`remedy.${value}`) }))}
      />
      {lots.length > 1 && objection.lot === null ? (
        <div>
          <label htmlFor={lotField}>{t('remedy.lot')}</label>{' '}
          <Select
            id={lotField}
            value={lot}
            options={waiting.map((number) => ({
              value: number,
              label: t('lot.number', { number }),
            }))}
            onChange={(value) => {
              setLot(value);
              setRank(null);
            }}
          />
        </div>
      ) : null}
      {remedy === 'passed_over' ? (
        <LeftOut
          candidates={standing}
          rank={rank}
          onRank={setRank}
          ground={ground}
          onGround={setGround}
        />
      ) : null}
      <div>
        <label htmlFor={textField}>
          {t(remedy === 'stands' ? 'remedy.textAlone' : 'remedy.text')}
        </label>
        <Input.TextArea
          id={textField}
          rows={3}
          maxLength={LONGEST}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <QueryView query={preview} what={t('notice.preview')}>
        {(planned) => <RemedyPaper planned={planned} said={text} />}
      </QueryView>
      <div>
        <Button disabled={text.trim() === '' || !preview.isSuccess} onClick={() => setAsking(true)}>
          {act}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        title={t('remedy.consequence')}
        keepLabel={t('draft.keep')}
        actLabel={act}
        onKeep={() => setAsking(false)}
        onAct={async () => {
          await api.POST('/api/objections/{id}/remedy', {
            params: { path: { id: objection.id } },
            body: { ...wish, text: text.trim() },
          });
          setAsking(false);
          setText('');
          setRank(null);
          await refresh();
        }}
      >
        {preview.data === undefined ? null : <WhatChanges planned={preview.data} />}
      </ConfirmDialog>
    </div>
  );
}

/** What is recorded; a candidate's number only where one is left out and he is named. */
function wishOf(
  {
    remedy,
    lot,
    ground,
  }: {
    readonly remedy: ResultRemedy;
    readonly lot: number;
    readonly ground: PassOverGround;
  },
  rank: number | null,
) {
  if (remedy !== 'passed_over') return { remedy, lot };
  return { remedy, lot, ground, ...(rank === null ? {} : { rank }) };
}

/** Where nobody is ranked nobody is left out by standing first: he is named. */
function firstNamed(plan: OwnTender['plan'], standing: Result['candidates']): number | null {
  return plan.apart === true ? (standing[0]?.number ?? null) : null;
}

/** The candidates of a lot that were not left out. */
function standingIn(published: Result | undefined, lot: number): Result['candidates'] {
  return (published?.candidates ?? []).filter((one) => one.lot === lot && one.passedOver === null);
}

/** Who is left out, and on what ground of law. */
function LeftOut({
  candidates,
  rank,
  onRank,
  ground,
  onGround,
}: {
  readonly candidates: Result['candidates'];
  readonly rank: number | null;
  readonly onRank: (rank: number) => void;
  readonly ground: PassOverGround;
  readonly onGround: (ground: PassOverGround) => void;
}) {
  const t = useT();
  const [rankField, groundField] = [useId(), useId()];
  return (
    <>
      {candidates.length > 1 ? (
        <div className="remedy-form__ground">
          <label htmlFor={rankField}>{t('remedy.candidate')}</label>
          <Select
            id={rankField}
            value={rank ?? candidates[0]?.number ?? null}
            options={candidates.map((one) => ({
              value: one.number,
              label:
                one.rank === null
                  ? one.name
                  : `${t('result.rankOf', { rank: one.rank })} ${one.name}`,
            }))}
            onChange={onRank}
          />
        </div>
      ) : null}
      <div className="remedy-form__ground">
        <label htmlFor={groundField}>{t('remedy.ground')}</label>
        <Select
          id={groundField}
          value={ground}
          options={PASS_OVER_GROUNDS.map((value) => ({
            value,
            label: t(`passOver.${value}`),
          }))}
          onChange={onGround}
        />
      </div>
    </>
  );
}
