import type { Attendance, Attending } from '@core/opening';
import { Input } from 'antd';
import { useId, useState } from 'react';
import { api, bodyOf } from '../../../shared/api/client';
import { useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';
import { Card } from '../../../shared/ui/card';
import { CiteChip } from '../../../shared/ui/cite-chip';
import { RecordList } from '../../../shared/ui/record-list';
import type { HallParts } from '../hall-context';

interface AttendanceCardProps extends HallParts {
  readonly isHost: boolean;
  /** The reader's own firm where it bids here. */
  readonly firmId: string | null;
}

/** Who attends, where a rule has legal representatives sign in: shown to everybody, noted by bidder and host. */
export function AttendanceCard({ opening, live, isHost, firmId }: AttendanceCardProps) {
  const t = useT();
  const { attendance, phase, paused } = live.hall;
  if (attendance === null) return null;
  const isOpen = ['unsealing', 'reading', 'objections'].includes(phase) && paused === null;
  const own = attendance.firms.find((one) => one.firmId === firmId);
  const desk = { openingId: opening.id, live };
  return (
    <Card title={t('attendance.title')}>
      <p className="small muted">
        {t('attendance.lead')} <CiteChip citation={attendance.law} />
      </p>
      <Table attendance={attendance} {...(isOpen && isHost ? { desk } : {})} />
      {isOpen && own !== undefined && own.verdict !== 'confirmed' ? <SignIn {...desk} /> : null}
    </Card>
  );
}

interface Desk extends Pick<HallParts, 'live'> {
  readonly openingId: string;
}

function Table({ attendance, desk }: { readonly attendance: Attendance; readonly desk?: Desk }) {
  const t = useT();
  return (
    <RecordList
      caption={t('attendance.title')}
      rows={attendance.firms}
      rowKey={(firm) => firm.firmId}
      columns={[
        { key: 'firm', title: t('attendance.firm'), cell: (firm) => firm.firmName },
        {
          key: 'attendee',
          title: t('attendance.attendee'),
          cell: (firm) => firm.attendee ?? t('attendance.nobody'),
        },
        {
          key: 'registered',
          title: t('attendance.registered'),
          cell: (firm) => (firm.isRegistered === null ? '' : t(sameness(firm))),
        },
        {
          key: 'verdict',
          title: t('attendance.verdict'),
          cell: (firm) => (
            <>
              {t(verdictWord(firm))}
              {desk === undefined || firm.verdict === 'confirmed' ? null : (
                <Look firm={firm} {...desk} />
              )}
            </>
          ),
        },
      ]}
    />
  );
}

function sameness({ isRegistered }: Attending) {
  return isRegistered === true ? 'attendance.same' : 'attendance.other';
}

function verdictWord({ verdict }: Attending) {
  return verdict === null ? 'attendance.waiting' : (`attendance.${verdict}` as const);
}

/** The host looks at who has come: the identity is confirmed, or the absence recorded. */
function Look({ firm, openingId, live }: Desk & { readonly firm: Attending }) {
  const t = useT();
  const name = firm.firmName;
  const send = (kind: 'confirm_representative' | 'record_absence') => async () => {
    const answer = await bodyOf(
      api.POST('/api/openings/{id}/commands', {
        params: { path: { id: openingId } },
        body: { kind, firmId: firm.firmId },
      }),
    );
    live.take(answer.events);
  };
  return (
    <div className="row">
      {firm.attendee === null ? null : (
        <ActButton
          small
          label={t('attendance.confirmOf', { name })}
          onAct={send('confirm_representative')}
        >
          {t('attendance.confirm')}
        </ActButton>
      )}
      {firm.verdict === 'absent' ? null : (
        <ActButton
          small
          label={t('attendance.recordAbsenceOf', { name })}
          onAct={send('record_absence')}
        >
          {t('attendance.recordAbsence')}
        </ActButton>
      )}
    </div>
  );
}

/** A bidder's own check-in. */
function SignIn({ openingId, live }: Desk) {
  const t = useT();
  const field = useId();
  const [name, setName] = useState('');
  const send = async () => {
    const answer = await bodyOf(
      api.POST('/api/openings/{id}/attendance', {
        params: { path: { id: openingId } },
        body: { name: name.trim() },
      }),
    );
    live.take(answer.events);
  };
  return (
    <div className="row">
      <div className="grow">
        <label htmlFor={field}>{t('attendance.name')}</label>
        <Input
          id={field}
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <ActButton primary disabled={name.trim() === ''} onAct={send}>
        {t('attendance.checkIn')}
      </ActButton>
    </div>
  );
}
