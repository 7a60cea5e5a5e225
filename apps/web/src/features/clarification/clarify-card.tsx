import { currentDocuments, filledNotice } from '@core/tender';
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../shared/api/client';
import { useRefresh } from '../../shared/api/use-refresh';
import type { OwnTender, Timetable } from '../../shared/api/wire';
import { dateTime } from '../../shared/i18n/dates';
import { useT } from '../../shared/i18n/i18n-context';
import { Card } from '../../shared/ui/card';
import { CiteChip } from '../../shared/ui/cite-chip';
import { ConfirmDialog } from '../../shared/ui/confirm-dialog';
import { factsOfNotice } from '../tender/notice/notice-facts';
import { NoticePaper } from '../tender/notice/notice-paper';
import { objections } from '../objection/queries';
import { AttachDocuments, type Attached } from './attach-documents';
import { clarificationAdvice } from './queries';

const LONGEST = 8000;

/** Publishes a clarification; says beforehand what the law does to the deadline. */
export function ClarifyCard({
  tender,
  timetable,
}: {
  readonly tender: OwnTender;
  readonly timetable: Timetable;
}) {
  const t = useT();
  const { id: tenderId, documents } = tender;
  const { deadline } = timetable;
  const field = useId();
  const refresh = useRefresh();
  const [text, setText] = useState('');
  const [affects, setAffects] = useState(true);
  const [attached, setAttached] = useState<readonly Attached[]>([]);
  const [asking, setAsking] = useState(false);
  const [corrects, setCorrects] = useState<readonly string[]>([]);
  const { data: objected = [] } = useQuery(objections(tenderId));
  const upheld = objected.filter(
    (one) => one.stage === 'documents' && one.upheld === true && one.remedy === null,
  );
  const { data: advice } = useQuery(clarificationAdvice(tenderId, affects));
  const moved = advice !== undefined && advice.deadline !== deadline;
  const after = {
    ...tender,
    timetable: { ...timetable, deadline: advice?.deadline ?? deadline },
  };
  const consequence = moved
    ? t('clarification.moved', { from: dateTime(deadline), to: dateTime(advice.deadline) })
    : t('clarification.notMoved', { at: dateTime(deadline) });
  return (
    <Card title={t('clarification.title')}>
      <p className="small muted">{t('clarification.lead')}</p>
      <div>
        <label htmlFor={field}>{t('clarification.text')}</label>
        <Input.TextArea
          id={field}
          rows={4}
          maxLength={LONGEST}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <Checkbox checked={affects} onChange={(event) => setAffects(event.target.checked)}>
        {t('clarification.affects')}
      </Checkbox>
      {upheld.map((one) => (
        <Checkbox
          key={one.id}
          checked={corrects.includes(one.id)}
          onChange={(event) =>
            setCorrects([
              ...corrects.filter((id) => id !== one.id),
              ...(event.target.checked ? [one.id] : []),
            ])
          }
        >
          {t('clarification.corrects', { name: one.enterpriseName, at: dateTime(one.filedAt) })}
        </Checkbox>
      ))}
      <AttachDocuments
        documents={currentDocuments(documents)}
        attached={attached}
        onChange={setAttached}
      />
      <p className="row small">
        {consequence}
        {advice?.finding ? <CiteChip citation={advice.finding} /> : null}
      </p>
      {text.trim() === '' ? null : (
        <>
          <p className="small muted">{t('notice.theirWords', { part: '二、澄清或修改的内容' })}</p>
          <NoticePaper
            title={tender.title}
            text={filledNotice('clarification_notice', factsOfNotice(after), text)}
          />
        </>
      )}
      <div>
        <Button disabled={text.trim() === ''} onClick={() => setAsking(true)}>
          {t('clarification.publish')}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        title={t('clarification.consequence')}
        keepLabel={t('draft.keep')}
        actLabel={t('clarification.publish')}
        onKeep={() => setAsking(false)}
        onAct={async () => {
          await api.POST('/api/tenders/{id}/clarifications', {
            params: { path: { id: tenderId } },
            body: {
              text: text.trim(),
              affectsPreparation: affects,
              documents: [...attached],
              corrects: [...corrects],
            },
          });
          setText('');
          setAttached([]);
          setCorrects([]);
          setAsking(false);
          await refresh();
        }}
      >
        {consequence}
      </ConfirmDialog>
    </Card>
  );
}
