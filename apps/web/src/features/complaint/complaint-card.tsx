import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { TenderDetail } from '../../shared/api/wire';
import { usePermission } from '../../shared/auth/session';
import { isoDate, lastMoment } from '../../shared/i18n/dates';
import { useT } from '../../shared/i18n/i18n-context';
import { Card } from '../../shared/ui/card';
import { Note } from '../../shared/ui/note';
import { FileForm } from './file-form';
import { complaints, publishedComplaints } from './queries';
import { wordKeys } from './words';

/** On the public page: a suspension and the decisions; for a firm its own complaints, and the way to complain. */
export function ComplaintCard({ tender }: { readonly tender: TenderDetail }) {
  const t = useT();
  const files = usePermission('complaint.file');
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery(publishedComplaints(tender.id));
  const { data: all = [] } = useQuery({ ...complaints, enabled: files });
  const mine = all.filter((one) => one.tenderId === tender.id);
  const decisions = data?.decisions ?? [];
  const isSuspended = data?.suspended === true;
  if (!isSuspended && decisions.length === 0 && !files) return null;
  return (
    <Card title={t('complaint.title')}>
      {isSuspended ? (
        <Note tone="warn">
          <p>
            {t('complaint.suspended')}{' '}
            {data.suspendedUntil === null
              ? null
              : t('complaint.suspendedUntil', { at: lastMoment(data.suspendedUntil) })}
          </p>
        </Note>
      ) : null}
      {decisions.map(({ id, code, outcome, endedAt, subject }) => (
        <p key={id}>
          <Link to="/complaints/$complaintId" params={{ complaintId: id }}>
            {t('complaint.decision')} {code}
          </Link>{' '}
          {t(wordKeys.subject(subject))} · <b>{t(wordKeys.outcome(outcome))}</b>{' '}
          <span className="small muted number">{endedAt === null ? '' : isoDate(endedAt)}</span>
        </p>
      ))}
      {mine.map(({ id, code, state }) => (
        <p key={id}>
          <Link to="/work/complaints/$complaintId" params={{ complaintId: id }}>
            {t('complaint.see', { number: code })}
          </Link>{' '}
          {t(wordKeys.state(state))}
        </p>
      ))}
      {files && !isOpen ? (
        <div className="no-print">
          <Button onClick={() => setOpen(true)}>{t('complaint.open')}</Button>
        </div>
      ) : null}
      {files && isOpen ? <FileForm tender={tender} onFiled={() => setOpen(false)} /> : null}
    </Card>
  );
}
