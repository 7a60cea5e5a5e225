import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import type { Membership, Session } from '../../../shared/api/wire';
import { actAs } from '../../../shared/auth/session';
import { useT } from '../../../shared/i18n/i18n-context';
import { useAct } from '../../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../../shared/ui/error-note';
import { StatusChip } from '../../../shared/ui/status-chip';
import './identity.css';

/** For whom the person may act, the present one marked. */
export function ActingSwitch({
  session,
  onDone,
}: {
  readonly session: Session;
  readonly onDone?: () => void;
}) {
  return (
    <ul>
      {session.memberships.map((membership) => (
        <ActingOption
          key={`${membership.organisationId}/${membership.role}`}
          membership={membership}
          current={isSame(session.acting, membership)}
          onDone={onDone}
        />
      ))}
    </ul>
  );
}

function isSame(acting: Membership | null, other: Membership): boolean {
  return acting?.organisationId === other.organisationId && acting.role === other.role;
}

function ActingOption({
  membership,
  current,
  onDone,
}: {
  readonly membership: Membership;
  readonly current: boolean;
  readonly onDone: (() => void) | undefined;
}) {
  const t = useT();
  const queries = useQueryClient();
  const { busy, error, act } = useAct(async () => {
    await actAs(membership);
    // What another organisation saw must not be shown for this one.
    await queries.resetQueries();
    onDone?.();
  });
  return (
    <li>
      <div className="acting-option">
        <span className="acting-option__who">
          <b>{membership.organisationName}</b>
          <span className="small muted">{t(`role.${membership.role}`)}</span>
        </span>
        {current ? (
          <StatusChip status="acting" />
        ) : (
          <Button size="small" loading={busy} onClick={act}>
            {t('account.switch')}
          </Button>
        )}
      </div>
      {error === null ? null : <ErrorNote error={error} />}
    </li>
  );
}
