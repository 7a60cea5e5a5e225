import { useQuery } from '@tanstack/react-query';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { QueryView } from '../../../shared/ui/query-view';
import { FindingList } from '../components/finding-list';
import { findings } from './queries';

/** What the rules say about the draft as it stands. */
export function FindingsCard({ tenderId }: { readonly tenderId: string }) {
  const t = useT();
  const query = useQuery(findings(tenderId));
  return (
    <Card title={t('draft.findings')}>
      <p className="small muted">{t('draft.findingsLead')}</p>
      <QueryView query={query} what={t('draft.findings')}>
        {(all) => <FindingList findings={all} />}
      </QueryView>
    </Card>
  );
}
