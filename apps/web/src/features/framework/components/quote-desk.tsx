import { formatYuan } from '@core/kernel';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { QuoteCall } from '../../../shared/api/wire';
import { FileButton } from '../../../shared/files/file-button';
import { saveFile } from '../../../shared/files/save-file';
import { dateTime, millis } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { useServerClock } from '../../../shared/live/server-clock';
import { ActButton } from '../../../shared/ui/act-button';
import { amountOf, readYuan } from '../../../shared/ui/amounts';
import { useAct } from '../../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../../shared/ui/error-note';
import { MoneyField } from '../../../shared/ui/form-field';
import { Note } from '../../../shared/ui/note';
import { keepHere, keptHere, readQuoteFile, sealHere, type QuoteFile } from '../quote-file';

/** A supplier's part in a competition: it seals before the deadline, and opens after it. */
export function QuoteDesk({ call }: { readonly call: QuoteCall }) {
  const { now } = useServerClock();
  const own = call.quotes.find(({ supplierId }) => supplierId === call.ownSupplierId);
  if (call.state !== 'open' || call.ownSupplierId === null || now === null) return null;
  const isOver = now >= millis(call.deadline);
  if (!isOver) return own ? <Sealed call={call} sealed={own.sealed} /> : <SealForm call={call} />;
  return own?.unitPriceFen === null ? <OpenForm call={call} sealed={own.sealed} /> : null;
}

function fileName(call: QuoteCall): string {
  return `${call.code}.quote.json`;
}

function SealForm({ call }: { readonly call: QuoteCall }) {
  const t = useT();
  const refresh = useRefresh();
  const [form] = Form.useForm<{ readonly price: string }>();
  const cap = amountOf(call.ownPriceFen ?? '0');
  const { busy, error, act } = useAct(async () => {
    const { price } = await form.validateFields();
    const sum = readYuan(price);
    if (sum === null || call.ownSupplierId === null) return;
    const { sealed, file } = sealHere(call.id, call.ownSupplierId, sum);
    // Saved before it is sent: an answer that gets lost must not take with it what opens the quote.
    keepHere(file);
    await api.POST('/api/quote-calls/{id}/quotes', {
      params: { path: { id: call.id } },
      body: { sealed },
    });
    saveFile(fileName(call), JSON.stringify(file));
    await refresh();
  });
  return (
    <Form
      form={form}
      name={`quote-${call.id}`}
      layout="vertical"
      requiredMark={false}
      validateTrigger="onBlur"
      onFinish={act}
    >
      <p className="small muted">{t('quote.sealText')}</p>
      <MoneyField
        name="price"
        label={t('quote.unitPrice', { unit: '' })}
        hint={cap === null ? '' : t('quote.cap', { price: formatYuan(cap) })}
      />
      {error === null ? null : <ErrorNote error={error} />}
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('quote.seal')}
      </Button>
    </Form>
  );
}

function Sealed({ call, sealed }: { readonly call: QuoteCall; readonly sealed: string }) {
  const t = useT();
  const file = keptHere(call.id, sealed);
  return (
    <Note tone="ok">
      <p role="status">{t('quote.sealed')}</p>
      {file === null ? null : (
        <Button size="small" onClick={() => saveFile(fileName(call), JSON.stringify(file))}>
          {t('quote.save')}
        </Button>
      )}
    </Note>
  );
}

function OpenForm({ call, sealed }: { readonly call: QuoteCall; readonly sealed: string }) {
  const t = useT();
  const refresh = useRefresh();
  const [file, setFile] = useState<QuoteFile | null>(keptHere(call.id, sealed));
  return (
    <div className="stack">
      <Note tone="warn">{t('quote.openUntil', { at: dateTime(call.openUntil) })}</Note>
      {file === null ? (
        <FileButton
          label={t('quote.openFile')}
          accept="application/json"
          onChoose={(chosen) => {
            void chosen.text().then((text) => setFile(readQuoteFile(text, call.id)));
          }}
        />
      ) : (
        <div>
          <ActButton
            primary
            onAct={async () => {
              const { unitPriceFen, nonce } = file;
              await api.POST('/api/quote-calls/{id}/open', {
                params: { path: { id: call.id } },
                body: { unitPriceFen, nonce },
              });
              await refresh();
            }}
          >
            {t('quote.open')}
          </ActButton>
        </div>
      )}
    </div>
  );
}
