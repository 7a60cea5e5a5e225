import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { usePermission } from '../../shared/auth/session';
import { useT } from '../../shared/i18n/i18n-context';
import { Card } from '../../shared/ui/card';
import { ClockList } from './clock-words';
import { complaints } from './queries';
import { wordKeys } from './words';

/** On the page of whoever runs a tender: the complaints that were served on him, with their clocks. */
export function ServedComplaints({ tenderId }: { readonly tenderId: string }) {
  const t = useT();
  const reads = usePermission('complaint.read');
  const { data = [] } = useQuery({ ...complaints, enabled: reads });
  const mine = data.filter((one) => one.tenderId === tenderId);
  if (mine.length === 0) return null;
  return (
    <Card title={t('complaint.title')}>
      {mine.map(({ id, code, state, clocks }) => (
        <div key={id}>
          <p>
            <Link to="/work/complaints/$complaintId" params={{ complaintId: id }}>
              {t('complaint.see', { number: code })}
            </Link>{' '}
            {t(wordKeys.state(state))}
          </p>
          {clocks.length === 0 ? null : <ClockList clocks={clocks} />}
        </div>
      ))}
    </Card>
  );
}
