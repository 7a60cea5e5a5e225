import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import { useSession } from '../../../shared/auth/session';
import type { ExpertAdmission } from '../../../shared/api/wire';
import { isoDate, lastMoment } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog';
import { Empty } from '../../../shared/ui/empty';
import { LinkButton } from '../../../shared/ui/link-button';
import { QueryView } from '../../../shared/ui/query-view';
import { RecordList } from '../../../shared/ui/record-list';
import { usePageTitle } from '../../../shared/ui/use-page-title';
import { SpecialtyNames } from '../components/specialty-names';
import { TermList } from '../components/term-list';
import { publicExpertPool } from '../queries';

/** What everybody may know of the pool: its terms, and whom it is about to take in. Never who judges what. */
export function PublicPoolPage() {
  const t = useT();
  const query = useQuery(publicExpertPool);
  usePageTitle(t('expert.publicTitle'));
  return (
    <div className="page stack">
      <h1>{t('expert.publicTitle')}</h1>
      <p className="muted measure">{t('expert.publicLead')}</p>
      <div>
        <LinkButton to="/experts/register">{t('expert.registerTitle')}</LinkButton>
      </div>
      <QueryView query={query} what={t('expert.publicTitle')}>
        {({ admissions, terms }) => (
          <>
            <Admissions
              title={t('expert.proposed')}
              rows={admissions.filter(({ state }) => state === 'published')}
            />
            <Admissions
              title={t('expert.announced')}
              rows={admissions.filter(({ state }) => state === 'announced')}
            />
            <Card title={t('expert.terms')}>
              <TermList terms={terms} />
            </Card>
          </>
        )}
      </QueryView>
    </div>
  );
}

function Admissions({
  title,
  rows,
}: {
  readonly title: string;
  readonly rows: readonly ExpertAdmission[];
}) {
  const t = useT();
  const mayObject = useSession()?.permissions.includes('expert_pool.object') ?? false;
  const [against, setAgainst] = useState<ExpertAdmission | null>(null);
  return (
    <Card title={title}>
      {rows.length === 0 ? (
        <Empty fact={t('expert.nonePublished')} />
      ) : (
        <RecordList
          caption={title}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'name',
              title: t('expertField.name'),
              place: 'title',
              cell: (row) => row.name,
            },
            { key: 'employer', title: t('expertField.employer'), cell: (row) => row.employer },
            { key: 'title', title: t('expertField.title'), cell: (row) => row.title },
            {
              key: 'specialties',
              title: t('expertField.specialties'),
              cell: (row) => <SpecialtyNames ids={row.specialties} />,
            },
            {
              key: 'until',
              title: t('expert.publicity'),
              place: 'main',
              cell: (row) => (
                <span className="number">
                  {isoDate(row.from)} – {lastMoment(row.until)}
                </span>
              ),
            },
            {
              key: 'act',
              title: t('expert.object'),
              cell: (row) =>
                mayObject && row.state === 'published' ? (
                  <Button onClick={() => setAgainst(row)}>{t('expert.object')}</Button>
                ) : (
                  t('expert.objectSignedIn')
                ),
            },
          ]}
        />
      )}
      {against === null ? null : (
        <ObjectDialog admission={against} onDone={() => setAgainst(null)} />
      )}
    </Card>
  );
}

function ObjectDialog({
  admission,
  onDone,
}: {
  readonly admission: ExpertAdmission;
  readonly onDone: () => void;
}) {
  const t = useT();
  const refresh = useRefresh();
  const field = useId();
  const [text, setText] = useState('');
  return (
    <ConfirmDialog
      open
      title={t('expert.objectTitle', { name: admission.name })}
      keepLabel={t('form.back')}
      actLabel={t('expert.object')}
      onKeep={onDone}
      onAct={async () => {
        await api.POST('/api/expert-admissions/{id}/objections', {
          params: { path: { id: admission.id } },
          body: { text: text.trim() },
        });
        await refresh();
        onDone();
      }}
    >
      <p className="small muted">{t('expert.objectHint')}</p>
      <label htmlFor={field}>{t('expert.objectText')}</label>
      <Input.TextArea
        id={field}
        rows={4}
        maxLength={5_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </ConfirmDialog>
  );
}
