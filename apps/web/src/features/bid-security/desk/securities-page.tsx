import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useId, useState } from 'react';
import type { DeskSecurity } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { Empty } from '../../../shared/ui/empty';
import { PageHead } from '../../../shared/ui/page-head';
import { QueryView } from '../../../shared/ui/query-view';
import { securityDesk } from '../queries';
import { DeskSecurityCard } from './desk-security-card';
import { ReceiveCard } from './receive-card';
import { StatementCard } from './statement-card';

/** What has to be done first stands first. */
const ORDER: readonly DeskSecurity['state'][] = ['due_back', 'received', 'lodged', 'bound'];

/** The desk of finance: what arrived, and its way back. */
export function SecuritiesPage() {
  const t = useT();
  const query = useQuery(securityDesk);
  return (
    <>
      <PageHead title={t('security.deskTitle')} lead={t('security.deskLead')} />
      <div className="stack">
        <ReceiveCard />
        <StatementCard />
        <QueryView query={query} what={t('security.what')}>
          {(rows) =>
            rows.length === 0 ? (
              <Card title={t('security.list')}>
                <Empty fact={t('security.empty')} next={t('security.emptyNext')} />
              </Card>
            ) : (
              <Securities rows={rows} />
            )
          }
        </QueryView>
      </div>
    </>
  );
}

function place({ state }: DeskSecurity): number {
  const at = ORDER.indexOf(state);
  return at < 0 ? ORDER.length : at;
}

function due({ release }: DeskSecurity): string {
  return release?.until ?? '9999';
}

function Securities({ rows }: { readonly rows: readonly DeskSecurity[] }) {
  const t = useT();
  const field = useId();
  const [words, setWords] = useState('');
  const found = rows
    .filter(({ code, tenderTitle, tenderCode, bidderName }) =>
      [code, tenderTitle, tenderCode, bidderName].some((text) => text.includes(words.trim())),
    )
    .sort((one, other) => place(one) - place(other) || due(one).localeCompare(due(other)));
  return (
    <>
      <div className="row">
        <label htmlFor={field}>{t('security.search')}</label>
        <Input id={field} value={words} onChange={(event) => setWords(event.target.value)} />
      </div>
      {found.map((one) => (
        <DeskSecurityCard key={one.id} one={one} />
      ))}
    </>
  );
}
