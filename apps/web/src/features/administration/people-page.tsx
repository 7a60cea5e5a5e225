import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { Account } from '../../shared/api/wire';
import { useSession } from '../../shared/auth/session';
import { useT } from '../../shared/i18n/i18n-context';
import { MoreRows } from '../../shared/ui/more-rows';
import { PageHead } from '../../shared/ui/page-head';
import { QueryView } from '../../shared/ui/query-view';
import { RecordList } from '../../shared/ui/record-list';
import { FactChip } from '../../shared/ui/status-chip';
import { PersonDialog } from './person-dialog';
import { people } from './queries';
import { RegisterDialog } from './register-dialog';

/** Accounts and their roles: the security administrator's; the audit administrator reads them. */
export function PeoplePage() {
  const t = useT();
  const session = useSession();
  const query = useInfiniteQuery(people);
  const [registering, setRegistering] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const manages = session?.permissions.includes('member.manage') ?? false;
  const rows = query.data?.pages.flat() ?? [];
  const person = rows.find((row) => row.id === chosen);
  return (
    <>
      <PageHead title={t('people.title')} lead={t('people.lead')}>
        {manages ? (
          <Button type="primary" onClick={() => setRegistering(true)}>
            {t('people.register')}
          </Button>
        ) : null}
      </PageHead>
      <div className="card">
        <QueryView query={query} what={t('people.what')}>
          {() => <Accounts rows={rows} onChoose={manages ? setChosen : null} />}
        </QueryView>
        <MoreRows query={query} />
      </div>
      <RegisterDialog open={registering} onClose={() => setRegistering(false)} />
      {person === undefined ? null : (
        <PersonDialog person={person} onClose={() => setChosen(null)} />
      )}
    </>
  );
}

function Accounts({
  rows,
  onChoose,
}: {
  readonly rows: readonly Account[];
  readonly onChoose: ((id: string) => void) | null;
}) {
  const t = useT();
  return (
    <RecordList
      caption={t('people.title')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'name',
          title: t('account.name'),
          place: 'title',
          cell: (row) => (
            <>
              {row.name} <span className="mono muted">{row.username}</span>
            </>
          ),
        },
        {
          key: 'roles',
          title: t('people.roles'),
          cell: (row) =>
            row.roles.length === 0
              ? t('people.noRoles')
              : row.roles
                  .map((held) => `${held.organisationName} · ${t(`role.${held.role}`)}`)
                  .join('；'),
        },
        {
          key: 'state',
          title: t('people.state'),
          place: 'chips',
          cell: (row) => (
            <span className="row">
              {row.disabled ? <FactChip>{t('people.disabled')}</FactChip> : null}
              {row.locked ? <FactChip>{t('people.locked')}</FactChip> : null}
              {row.secondFactor ? <FactChip>{t('people.secondFactor')}</FactChip> : null}
            </span>
          ),
        },
        ...(onChoose === null
          ? []
          : [
              {
                key: 'command',
                title: t('account.command'),
                align: 'end' as const,
                cell: (row: Account) => (
                  <Button
                    size="small"
                    aria-label={t('people.manageOne', { name: row.name })}
                    onClick={() => onChoose(row.id)}
                  >
                    {t('people.manage')}
                  </Button>
                ),
              },
            ]),
      ]}
    />
  );
}
