import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { Framework, FrameworkSupplier } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';
import { Note } from '../../../shared/ui/note';
import { QueryView } from '../../../shared/ui/query-view';
import { agreement } from '../queries';

/** The agreement of a supplier: everybody reads what is signed; its parties sign what they have read. */
export function AgreementButton({
  framework,
  supplier,
}: {
  readonly framework: Framework;
  readonly supplier: FrameworkSupplier;
}) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const isParty = framework.own || supplier.own;
  const hasText = supplier.product !== null && (isParty || supplier.fingerprint !== null);
  if (!hasText) return null;
  return (
    <>
      <Button
        size="small"
        aria-label={`${t('framework.agreement')} ${supplier.name}`}
        onClick={() => setOpen(true)}
      >
        {t('framework.agreement')}
      </Button>
      <Modal
        open={open}
        title={`${t('framework.agreementTitle')} · ${supplier.name}`}
        onCancel={() => setOpen(false)}
        destroyOnHidden
        footer={null}
        width={720}
      >
        <Reading framework={framework} supplier={supplier} />
      </Modal>
    </>
  );
}

function Reading({
  framework,
  supplier,
}: {
  readonly framework: Framework;
  readonly supplier: FrameworkSupplier;
}) {
  const t = useT();
  const refresh = useRefresh();
  const query = useQuery(agreement(supplier.id));
  const signed = framework.own ? supplier.collectorSigned : supplier.supplierSigned;
  const isParty = framework.own || supplier.own;
  return (
    <QueryView query={query} what={t('framework.agreementTitle')}>
      {({ text, fingerprint }) => (
        <div className="stack">
          <p className="notice-text" lang="zh-CN" style={{ whiteSpace: 'pre-wrap' }}>
            {text}
          </p>
          {supplier.state === 'admitted' && isParty ? (
            signed ? (
              <Note tone="info">{t('framework.signed')}</Note>
            ) : (
              <>
                <p className="small muted">{t('framework.signText')}</p>
                <div>
                  <ActButton
                    primary
                    onAct={async () => {
                      await api.POST('/api/framework-suppliers/{id}/sign', {
                        params: { path: { id: supplier.id } },
                        body: { fingerprint },
                      });
                      await refresh();
                    }}
                  >
                    {t('framework.sign')}
                  </ActButton>
                </div>
              </>
            )
          ) : null}
        </div>
      )}
    </QueryView>
  );
}
