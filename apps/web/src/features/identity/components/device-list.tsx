import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { DeviceSession } from '../../../shared/api/wire';
import { dateTime } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../../shared/ui/error-note';
import { LoadingNote } from '../../../shared/ui/loading-note';
import { RecordList, type RecordColumn } from '../../../shared/ui/record-list';
import { StatusChip } from '../../../shared/ui/status-chip';
import { deviceSessions, useRevokeSession } from '../queries';

/** Where the person is signed in, and the way to end what he does not know. */
export function DeviceList() {
  const t = useT();
  const sessions = useQuery(deviceSessions);
  const revoke = useRevokeSession();
  const [asked, setAsked] = useState<DeviceSession | null>(null);
  return (
    <section className="card account__wide">
      <header className="card__head">
        <h2>{t('account.sessions')}</h2>
        <p className="small muted">{t('account.sessionsLead')}</p>
      </header>
      {sessions.isPending ? (
        <div className="card__body">
          <LoadingNote what={t('account.sessionsWhat')} onRetry={() => void sessions.refetch()} />
        </div>
      ) : sessions.isError ? (
        <div className="card__body">
          <ErrorNote error={sessions.error} onRetry={() => void sessions.refetch()} />
        </div>
      ) : (
        <Devices rows={sessions.data} onRevoke={setAsked} />
      )}
      {asked === null ? null : (
        <ConfirmDialog
          open
          title={t('account.revokeTitle')}
          keepLabel={t('account.revokeKeep')}
          actLabel={t('account.revoke')}
          onKeep={() => setAsked(null)}
          onAct={async () => {
            await revoke.mutateAsync(asked.id);
            setAsked(null);
          }}
        >
          {t('account.revokeText', { device: asked.device, at: dateTime(asked.lastSeenAt) })}
        </ConfirmDialog>
      )}
    </section>
  );
}

function Devices({
  rows,
  onRevoke,
}: {
  readonly rows: readonly DeviceSession[];
  readonly onRevoke: (row: DeviceSession) => void;
}) {
  const t = useT();
  const columns: readonly RecordColumn<DeviceSession>[] = [
    { key: 'device', title: t('account.device'), cell: (row) => row.device, place: 'title' },
    {
      key: 'since',
      title: t('account.since'),
      cell: (row) => <span className="number">{dateTime(row.createdAt)}</span>,
    },
    {
      key: 'seen',
      title: t('account.lastSeen'),
      cell: (row) => <span className="number">{dateTime(row.lastSeenAt)}</span>,
    },
    {
      key: 'command',
      title: t('account.command'),
      align: 'end',
      cell: (row) =>
        row.current ? (
          <StatusChip status="current" />
        ) : (
          <Button size="small" onClick={() => onRevoke(row)}>
            {t('account.revoke')}
          </Button>
        ),
    },
  ];
  return (
    <RecordList
      caption={t('account.sessions')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
    />
  );
}
