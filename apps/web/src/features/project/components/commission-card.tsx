import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { Project, StoredFile } from '../../../shared/api/wire';
import { dateTime } from '../../../shared/i18n/dates';
import { saveAnswer } from '../../../shared/files/save-file';
import { useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';
import { Card } from '../../../shared/ui/card';
import { ConfirmDialog, useAct } from '../../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../../shared/ui/error-note';
import { Note } from '../../../shared/ui/note';
import { agencies } from '../queries';
import { PaperField } from './paper-field';
import './commission-card.css';

/** The agency that runs the tender of a project for its tenderer, and the way to commission one. */
export function CommissionCard({ project }: { readonly project: Project }) {
  const t = useT();
  const { own, state, agencyName, tendererName } = project;
  if (!own) return <Note tone="info">{t('commission.actsFor', { name: tendererName })}</Note>;
  if (state !== 'registered' || project.localProcurement) return null;
  if (agencyName === null) return isBegun(project) ? null : <Commission project={project} />;
  return <Commissioned project={project} />;
}

/** Whether a tender of it runs or is being prepared: then nobody else takes it over. */
function isBegun({ progress }: Project): boolean {
  return progress === 'tendering' || progress === 'preparing';
}

function Commissioned({ project }: { readonly project: Project }) {
  const t = useT();
  const refresh = useRefresh();
  const [asking, setAsking] = useState(false);
  const { agencyName, contractNumber, commissionedAt } = project;
  return (
    <Card title={t('commission.title')}>
      <dl className="facts">
        <dt>{t('commission.agency')}</dt>
        <dd>{agencyName}</dd>
        <dt>{t('commission.contract')}</dt>
        <dd className="row">
          {contractNumber}
          <ActButton
            small
            onAct={async () => {
              const params = { path: { id: project.id } };
              saveAnswer(
                await api.GET('/api/projects/{id}/commission/contract', {
                  params,
                  parseAs: 'blob',
                }),
                contractNumber ?? '',
              );
            }}
          >
            {t('commission.contractDownload')}
          </ActButton>
        </dd>
        {commissionedAt === null ? null : (
          <>
            <dt>{t('commission.since')}</dt>
            <dd className="number">{dateTime(commissionedAt)}</dd>
          </>
        )}
      </dl>
      {isBegun(project) ? null : (
        <div>
          <Button onClick={() => setAsking(true)}>{t('commission.end')}</Button>
        </div>
      )}
      <ConfirmDialog
        open={asking}
        title={t('commission.endTitle')}
        keepLabel={t('commission.endKeep')}
        actLabel={t('commission.end')}
        onKeep={() => setAsking(false)}
        onAct={async () => {
          const params = { path: { id: project.id } };
          await api.DELETE('/api/projects/{id}/commission', { params });
          setAsking(false);
          await refresh();
        }}
      >
        {t('commission.endText')}
      </ConfirmDialog>
    </Card>
  );
}

function Commission({ project }: { readonly project: Project }) {
  const t = useT();
  const refresh = useRefresh();
  const [agencyField, contractField] = [useId(), useId()];
  const { data } = useQuery(agencies);
  const [agencyId, setAgency] = useState<string | null>(null);
  const [contractNumber, setContract] = useState('');
  const [file, setFile] = useState<StoredFile | null>(null);
  const [told, setTold] = useState(false);
  const missing = [
    ...(agencyId === null ? (['agency'] as const) : []),
    ...(contractNumber.trim() === '' ? (['contract'] as const) : []),
    ...(file === null ? (['file'] as const) : []),
  ];
  const { busy, error, act } = useAct(async () => {
    setTold(true);
    if (agencyId === null || file === null || missing.length > 0) return;
    await api.PUT('/api/projects/{id}/commission', {
      params: { path: { id: project.id } },
      body: { agencyId, contractNumber: contractNumber.trim(), fileId: file.id },
    });
    await refresh();
  });
  return (
    <Card title={t('commission.title')}>
      <p className="small muted">{t('commission.lead')}</p>
      {data?.length === 0 ? (
        <p className="small">{t('commission.none')}</p>
      ) : (
        <>
          <div>
            <label htmlFor={agencyField}>{t('commission.agency')}</label>
            <Select
              id={agencyField}
              className="commission__agency"
              value={agencyId}
              onChange={setAgency}
              options={(data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            />
          </div>
          <div>
            <label htmlFor={contractField}>{t('commission.contract')}</label>
            <Input
              id={contractField}
              maxLength={120}
              value={contractNumber}
              onChange={(event) => setContract(event.target.value)}
            />
          </div>
          <PaperField
            label={t('commission.file')}
            done={(name) => t('commission.fileDone', { name })}
            file={file}
            onFile={setFile}
          />
          <div role="status">
            {told && missing.length > 0 ? (
              <Note tone="warn">
                {t('commission.missing', {
                  what: missing.map((one) => t(`commission.what.${one}`)).join(t('list.comma')),
                })}
              </Note>
            ) : null}
            {error === null ? null : <ErrorNote error={error} />}
          </div>
          <div>
            <Button loading={busy} onClick={act}>
              {t('commission.act')}
            </Button>
          </div>
        </>
      )}
    </Card>
  );
}
