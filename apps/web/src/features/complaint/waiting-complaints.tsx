import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { usePermission } from '../../shared/auth/session';
import { useT } from '../../shared/i18n/i18n-context';
import { Card } from '../../shared/ui/card';
import { ClockList } from './clock-words';
import { complaints } from './queries';

/** On a first page: the complaints in which a clock of the reader's own runs. Nothing where none does. */
export function WaitingComplaints() {
  const t = useT();
  const reads = usePermission('complaint.read');
  const { data = [] } = useQuery({ ...complaints, enabled: reads });
  const waiting = data.filter((one) => one.clocks.some(({ whose }) => whose === one.reader));
  if (waiting.length === 0) return null;
  return (
    <Card title={t('complaint.waitsForYou')}>
      <ul className="finding-list">
        {waiting.map((one) => (
          <li key={one.id}>
            <p>
              <Link to="/work/complaints/$complaintId" params={{ complaintId: one.id }}>
                {one.code} {one.tenderTitle}
              </Link>
            </p>
            <ClockList clocks={one.clocks.filter(({ whose }) => whose === one.reader)} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
