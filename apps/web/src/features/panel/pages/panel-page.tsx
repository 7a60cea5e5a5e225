import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { Panel } from '../../../shared/api/wire';
import { usePermission } from '../../../shared/auth/session';
import { dateTime } from '../../../shared/i18n/dates';
import { useLanguage, useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog';
import { LinkButton } from '../../../shared/ui/link-button';
import { Note } from '../../../shared/ui/note';
import { PageHead } from '../../../shared/ui/page-head';
import { QueryView } from '../../../shared/ui/query-view';
import { FactChip } from '../../../shared/ui/status-chip';
import '../../enterprise/enterprise.css';
import { SeatRow } from '../components/seat-row';
import { panel as panelQuery } from '../queries';
import { specialtyName } from '../specialty-name';
import '../panel.css';

const route = getRouteApi('/work/panels/$panelId');

/** The draw console: seats as rows, drawn numbers in their order. There is no place for a name. */
export function PanelPage() {
  const t = useT();
  const { panelId } = route.useParams();
  const query = useQuery(panelQuery(panelId));
  return (
    <QueryView query={query} what={t('panels.what')}>
      {(panel) => <Console panel={panel} />}
    </QueryView>
  );
}

function Console({ panel }: { readonly panel: Panel }) {
  const t = useT();
  const { locale } = useLanguage();
  const accepted = panel.invitations.filter((one) =>
    ['accepted', 'checked_in'].includes(one.state),
  );
  const seats = panel.seats.reduce((sum, one) => sum + one.seats, 0);
  return (
    <>
      <PageHead title={panel.tenderTitle} lead={t('panels.lead')}>
        <FactChip>{t(`panelState.${panel.state}`)}</FactChip>
        {panel.state === 'requested' ? <BeginDraw panel={panel} /> : null}
        {panel.drawId === null ? null : (
          <LinkButton to="/draws/$drawId" params={{ drawId: panel.drawId }}>
            {t('panel.publicDraw')}
          </LinkButton>
        )}
      </PageHead>
      <div className="record-columns">
        <Card
          title={t('panel.accepted', { count: accepted.length, seats })}
          aside={<span className="small muted number">{dateTime(panel.meetingAt)}</span>}
        >
          {panel.seats.map(({ specialty, seats: wanted }) => (
            <SeatRow
              key={specialty}
              panelId={panel.id}
              title={t('panel.specialty', {
                name: specialtyName(specialty, locale),
                seats: wanted,
              })}
              calls={panel.invitations.filter((one) => one.specialty === specialty)}
            />
          ))}
        </Card>
        <Note tone="info">
          <b>{t('panel.names')}</b>
          <p className="small">{t('panel.namesText')}</p>
        </Note>
      </div>
    </>
  );
}

function BeginDraw({ panel }: { readonly panel: Panel }) {
  const t = useT();
  const refresh = useRefresh();
  const may = usePermission('panel.operate');
  const [asking, setAsking] = useState(false);
  if (!may) return null;
  return (
    <>
      <Button type="primary" size="large" onClick={() => setAsking(true)}>
        {t('panel.draw')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t('panel.drawTitle')}
        keepLabel={t('panel.drawKeep')}
        actLabel={t('panel.draw')}
        onKeep={() => setAsking(false)}
        onAct={async () => {
          await api.POST('/api/panels/{id}/draw', { params: { path: { id: panel.id } } });
          setAsking(false);
          await refresh();
        }}
      >
        {t('panel.drawText')}
      </ConfirmDialog>
    </>
  );
}
