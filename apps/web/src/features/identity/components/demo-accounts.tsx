import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { DemoAccount } from '../../../shared/api/wire';
import { signIn } from '../../../shared/auth/session';
import { useT } from '../../../shared/i18n/i18n-context';
import { useAct } from '../../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../../shared/ui/error-note';
import { Icon } from '../../../shared/ui/icon';
import { StatusChip } from '../../../shared/ui/status-chip';
import { demonstration } from '../queries';
import './identity.css';

/** On a demonstration server: everybody who lives there, one press away. Absent everywhere else. */
export function DemoAccounts({ onDone }: { readonly onDone: () => void }) {
  const t = useT();
  const { data } = useQuery(demonstration);
  if (data?.demo !== true || data.accounts.length === 0) return null;
  return (
    <section className="card demo-card">
      <header className="card__head">
        <h2>{t('signIn.demoTitle')}</h2>
        <StatusChip status="demo" />
        <p className="small muted demo-accounts__lead">{t('signIn.demoLead')}</p>
      </header>
      <ul className="demo-accounts">
        {data.accounts.map((account) => (
          <li key={account.username}>
            <DemoButton account={account} onDone={onDone} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function DemoButton({
  account,
  onDone,
}: {
  readonly account: DemoAccount;
  readonly onDone: () => void;
}) {
  const t = useT();
  const queries = useQueryClient();
  const { busy, error, act } = useAct(async () => {
    // A code lives 30 seconds; the one on the page may have passed.
    const fresh = await queries.query(demonstration);
    const now = fresh.accounts.find((one) => one.username === account.username) ?? account;
    const { username, password, totp } = now;
    await signIn({ username, password, ...(totp === undefined ? {} : { totp }) });
    onDone();
  });
  return (
    <>
      <button
        type="button"
        className="demo-account"
        disabled={busy}
        aria-label={t('signIn.demoAs', { name: account.name })}
        onClick={act}
      >
        <Icon name="person" />
        <span className="grow">
          <b>{t(`role.${account.role}`)}</b> <span className="mono small">{account.username}</span>
          <span className="small muted">
            {[account.name, account.organisation].filter((part) => part !== '').join(' · ')}
          </span>
        </span>
        <Icon name="forward" />
      </button>
      {error === null ? null : <ErrorNote error={error} />}
    </>
  );
}
