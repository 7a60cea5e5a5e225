import { isByInvitation } from '@core/tender';
import { useQuery } from '@tanstack/react-query';
import { Button, Input, InputNumber } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../shared/api/client';
import { useRefresh } from '../../shared/api/use-refresh';
import type { InvitationState, OwnTender } from '../../shared/api/wire';
import { dateTime } from '../../shared/i18n/dates';
import { useT } from '../../shared/i18n/i18n-context';
import { ActButton } from '../../shared/ui/act-button';
import { Card } from '../../shared/ui/card';
import { ConfirmDialog } from '../../shared/ui/confirm-dialog';
import { LinkButton } from '../../shared/ui/link-button';
import { QueryView } from '../../shared/ui/query-view';
import { FactChip } from '../../shared/ui/status-chip';
import { invitations } from './queries';

const FEWEST = 3;

/** Who is invited to an invited tender: firms named, or drawn by lot where the rules let them be. */
export function InviteCard({ tender }: { readonly tender: OwnTender }) {
  const t = useT();
  const query = useQuery({
    ...invitations(tender.id),
    enabled: isByInvitation(tender.method),
  });
  if (!isByInvitation(tender.method)) return null;
  return (
    <Card title={t('invite.title')}>
      <p className="small muted">{t('invite.lead')}</p>
      <QueryView query={query} what={t('invite.title')}>
        {(state) => (
          <>
            <Firms state={state} />
            {tender.state === 'draft' && state.draw === null ? (
              <Choose tender={tender} mayDraw={state.mayDraw} />
            ) : null}
          </>
        )}
      </QueryView>
    </Card>
  );
}

function Firms({ state: { firms, draw } }: { readonly state: InvitationState }) {
  const t = useT();
  return (
    <>
      {draw === null ? null : (
        <div className="row">
          <p>
            {draw.drawnAt === null
              ? t('invite.drawing', { count: draw.count, listed: draw.listed })
              : t('invite.drawn', { at: dateTime(draw.drawnAt), count: draw.count })}
          </p>
          <LinkButton to="/draws/$drawId" params={{ drawId: draw.drawId }}>
            {t('invite.drawPage')}
          </LinkButton>
        </div>
      )}
      <ul>
        {firms.map((firm) => (
          <li key={firm.enterpriseId} className="row">
            {firm.name}
            {firm.drawn ? <FactChip>{t('invite.byLot')}</FactChip> : null}
          </li>
        ))}
      </ul>
    </>
  );
}

function wordsOf(typed: string): string[] {
  const words = typed.split(/[\s,，、;；]+/).map((word) => word.trim());
  return words.filter((word) => word !== '');
}

function Choose({ tender, mayDraw }: { readonly tender: OwnTender; readonly mayDraw: boolean }) {
  const t = useT();
  const refresh = useRefresh();
  const [codesField, countField, watchersField] = [useId(), useId(), useId()];
  const [typed, setTyped] = useState('');
  const [count, setCount] = useState(FEWEST);
  const [watchers, setWatchers] = useState('');
  const [asking, setAsking] = useState(false);
  const creditCodes = wordsOf(typed);
  const params = { path: { id: tender.id } };
  return (
    <div className="stack">
      <div>
        <label htmlFor={codesField}>{t('invite.codes')}</label>
        <Input.TextArea
          id={codesField}
          rows={4}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <div>
        <ActButton
          primary
          disabled={creditCodes.length === 0}
          onAct={async () => {
            await api.PUT('/api/tenders/{id}/invitations', { params, body: { creditCodes } });
            setTyped('');
            await refresh();
          }}
        >
          {t('invite.name')}
        </ActButton>
      </div>
      {mayDraw ? (
        <details>
          <summary>{t('invite.drawTitle')}</summary>
          <div className="stack">
            <p className="small muted">{t('invite.drawLead')}</p>
            <div>
              <label htmlFor={countField}>{t('invite.count')}</label>{' '}
              <InputNumber
                id={countField}
                min={1}
                max={50}
                value={count}
                onChange={(value) => setCount(value ?? FEWEST)}
              />
            </div>
            <div>
              <label htmlFor={watchersField}>{t('invite.watchers')}</label>
              <Input
                id={watchersField}
                value={watchers}
                onChange={(event) => setWatchers(event.target.value)}
              />
            </div>
            <div>
              <Button disabled={creditCodes.length === 0} onClick={() => setAsking(true)}>
                {t('invite.draw')}
              </Button>
            </div>
          </div>
        </details>
      ) : null}
      <ConfirmDialog
        open={asking}
        title={t('invite.drawConsequence', { count, listed: creditCodes.length })}
        keepLabel={t('invite.keep')}
        actLabel={t('invite.draw')}
        onKeep={() => setAsking(false)}
        onAct={async () => {
          await api.POST('/api/tenders/{id}/invitations/draw', {
            params,
            body: { creditCodes, count, watchers: wordsOf(watchers) },
          });
          setAsking(false);
          await refresh();
        }}
      >
        {t('invite.drawLead')}
      </ConfirmDialog>
    </div>
  );
}
