import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { dateTime } from '../../shared/i18n/dates';
import { useT } from '../../shared/i18n/i18n-context';
import { Card } from '../../shared/ui/card';
import { receivedInvitations } from './queries';

/** The invited tenders one's own firm was asked to. */
export function ReceivedCard() {
  const t = useT();
  const { data: rows = [] } = useQuery(receivedInvitations);
  if (rows.length === 0) return null;
  return (
    <Card title={t('invite.received')}>
      <ul>
        {rows.map((row) => (
          <li key={row.tenderId}>
            <Link to="/tenders/$tenderId" params={{ tenderId: row.tenderId }}>
              {row.title}
            </Link>{' '}
            <span className="small muted">
              {row.tendererName}
              {row.deadline === null
                ? ''
                : ` · ${t('invite.until', { at: dateTime(row.deadline) })}`}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
