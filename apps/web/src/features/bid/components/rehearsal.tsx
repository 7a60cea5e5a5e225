import { formatYuan } from '@core/kernel';
import { Button } from 'antd';
import { useState } from 'react';
import { useT } from '../../../shared/i18n/i18n-context';
import { amountOf } from '../../../shared/ui/amounts';
import { useAct } from '../../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../../shared/ui/error-note';
import { Note } from '../../../shared/ui/note';
import { reserve, sealDraft, type BidDraft } from '../use-submission';

/** 试封试开: seals and opens everything once with a throw-away key; nothing leaves this computer. */
export function Rehearsal({
  tenderId,
  lot,
  draft,
}: {
  readonly tenderId: string;
  readonly lot: number;
  readonly draft: () => Promise<BidDraft>;
}) {
  const t = useT();
  const [passed, setPassed] = useState<{ readonly files: number; readonly price: string } | null>(
    null,
  );
  const { busy, error, act } = useAct(async () => {
    setPassed(null);
    const filled = await draft().catch(() => null);
    if (filled === null) return;
    const sealed = await sealDraft(filled, await reserve(tenderId, lot), null, {});
    const amount = amountOf(sealed.priceFen);
    setPassed({ files: filled.files.length, price: amount === null ? '' : formatYuan(amount) });
  });
  return (
    <>
      <Button block loading={busy} onClick={act}>
        {t('bid.rehearse')}
      </Button>
      <p className="small muted">{t('bid.rehearseLead')}</p>
      <div role="status">
        {passed === null ? null : <Note tone="ok">{t('bid.rehearsed', passed)}</Note>}
      </div>
      {error === null ? null : <ErrorNote error={error} />}
    </>
  );
}
