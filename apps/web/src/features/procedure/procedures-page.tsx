import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { api } from '../../shared/api/client';
import { useRefresh } from '../../shared/api/use-refresh';
import type { ProcedureTable } from '../../shared/api/wire';
import { useT } from '../../shared/i18n/i18n-context';
import { ConfirmDialog } from '../../shared/ui/confirm-dialog';
import { PageHead } from '../../shared/ui/page-head';
import { QueryView } from '../../shared/ui/query-view';
import { KeepForm } from './keep-form';
import { ProcedureTables } from './procedure-tables';
import { procedures } from './queries';

/** Where the centre takes down what places' own documents allow below the thresholds. */
export function ProceduresPage() {
  const t = useT();
  const query = useQuery(procedures);
  const [typing, setTyping] = useState(false);
  return (
    <>
      <PageHead title={t('nav.procedures')} lead={t('procedure.lead')}>
        {typing ? null : (
          <Button type="primary" onClick={() => setTyping(true)}>
            {t('procedure.keep')}
          </Button>
        )}
      </PageHead>
      <div className="stack">
        {typing ? <KeepForm onDone={() => setTyping(false)} /> : null}
        <QueryView query={query} what={t('nav.procedures')}>
          {(tables) => (
            <ProcedureTables
              tables={tables}
              act={(table) => (table.endedAt === null ? <End table={table} /> : null)}
            />
          )}
        </QueryView>
      </div>
    </>
  );
}

function End({ table }: { readonly table: ProcedureTable }) {
  const t = useT();
  const refresh = useRefresh();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  return (
    <div>
      <Button onClick={() => setAsking(true)}>{t('procedure.end')}</Button>
      <ConfirmDialog
        open={asking}
        title={t('procedure.endTitle', { number: table.documentNumber })}
        keepLabel={t('procedure.endKeep')}
        actLabel={t('procedure.end')}
        onKeep={() => setAsking(false)}
        onAct={async () => {
          await api.POST('/api/procedures/{id}/end', {
            params: { path: { id: table.id } },
            body: { reason },
          });
          await refresh();
          setAsking(false);
        }}
      >
        <p>{t('procedure.endText')}</p>
        <label className="stack">
          {t('procedure.endReason')}
          <Input.TextArea
            rows={2}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
      </ConfirmDialog>
    </div>
  );
}
