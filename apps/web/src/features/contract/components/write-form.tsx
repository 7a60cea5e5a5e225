import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { formatYuan } from '@core/kernel';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { Contract, WinningOffer } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { amountOf, readYuan } from '../../../shared/ui/amounts';
import { useAct } from '../../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../../shared/ui/error-note';
import { FormField, MoneyField } from '../../../shared/ui/form-field';
import { Money } from '../../../shared/ui/money';
import { QueryView } from '../../../shared/ui/query-view';
import { winningOffer } from '../queries';

interface Typed {
  readonly durationDays: string;
  readonly quality: string;
  readonly manager: string;
  readonly performanceBond: string;
  readonly changeLimit?: string;
  readonly payment: string;
  readonly other?: string;
}

interface WriteFormProps {
  readonly tenderId: string;
  readonly lot: number;
  /** What stands so far; undefined: nothing. */
  readonly before: Contract | undefined;
}

/** Writes a lot's contract: what the bid has fixed stands, the rest is typed. */
export function WriteForm({ tenderId, lot, before }: WriteFormProps) {
  const t = useT();
  const query = useQuery(winningOffer(tenderId, lot));
  return (
    <QueryView query={query} what={t('contract.offer')}>
      {(offer) => <Terms tenderId={tenderId} lot={lot} before={before} offer={offer} />}
    </QueryView>
  );
}

function yuan(fen: string): string {
  const amount = amountOf(fen);
  return amount === null ? '' : formatYuan(amount);
}

/** What is typed where nothing was written before. */
const BLANK: Pick<
  Contract['terms'],
  | 'durationDays'
  | 'quality'
  | 'manager'
  | 'performanceBondFen'
  | 'changeLimit'
  | 'payment'
  | 'other'
> = {
  durationDays: 0,
  quality: '合格',
  manager: '',
  performanceBondFen: '0',
  changeLimit: null,
  payment: '',
  other: '',
};

/** What the form begins with: the bid, then what was written before. */
function typedFrom(offer: WinningOffer, before: Contract | undefined): Partial<Typed> {
  const said = before?.terms ?? BLANK;
  const days = offer.durationDays ?? said.durationDays;
  return {
    durationDays: days === 0 ? '' : String(days),
    quality: offer.quality ?? said.quality,
    manager: offer.manager ?? said.manager,
    performanceBond: yuan(said.performanceBondFen),
    changeLimit: said.changeLimit === null ? '' : String(said.changeLimit),
    payment: said.payment,
    other: said.other,
  };
}

function Terms({
  tenderId,
  lot,
  before,
  offer,
}: WriteFormProps & { readonly offer: WinningOffer }) {
  const t = useT();
  const refresh = useRefresh();
  const [form] = Form.useForm<Typed>();
  const { busy, error, act } = useAct(async () => {
    const typed = await form.validateFields();
    const limit = (typed.changeLimit ?? '').trim();
    await api.PUT('/api/tenders/{id}/lots/{lot}/contract', {
      params: { path: { id: tenderId, lot } },
      body: {
        priceFen: offer.priceFen,
        durationDays: Number(typed.durationDays),
        quality: typed.quality.trim(),
        manager: typed.manager.trim(),
        performanceBondFen: String(readYuan(typed.performanceBond) ?? 0),
        ...(limit === '' ? {} : { changeLimit: Number(limit) }),
        payment: typed.payment.trim(),
        other: (typed.other ?? '').trim(),
      },
    });
    await refresh();
  });
  return (
    <Form
      name="contract"
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={typedFrom(offer, before)}
      onFinish={act}
    >
      <p className="small muted">{t('contract.writeLead')}</p>
      <p>
        {t('contract.price')} <Money fen={offer.priceFen} capitals />
      </p>
      <div className="form-grid">
        <Form.Item
          name="durationDays"
          label={t('contract.durationDays')}
          rules={[
            { required: true, message: t('form.missing', { what: t('contract.durationDays') }) },
            { pattern: /^[1-9]\d{0,4}$/, message: t('contract.noNumber') },
          ]}
        >
          <Input inputMode="numeric" maxLength={5} disabled={offer.durationDays !== null} />
        </Form.Item>
        <FormField
          name="quality"
          label={t('contract.quality')}
          max={60}
          disabled={offer.quality !== null}
        />
        <FormField
          name="manager"
          label={t('contract.manager')}
          max={60}
          disabled={offer.manager !== null}
        />
        <MoneyField name="performanceBond" label={t('contract.performanceBond')} />
        <FormField
          name="changeLimit"
          label={t('contract.changeLimit')}
          hint={t('contract.changeLimitHint')}
          optional
        >
          <Input inputMode="numeric" maxLength={3} suffix="%" />
        </FormField>
      </div>
      <FormField name="payment" label={t('contract.payment')}>
        <Input.TextArea rows={3} maxLength={2000} />
      </FormField>
      <FormField name="other" label={t('contract.other')} optional>
        <Input.TextArea rows={3} maxLength={10_000} />
      </FormField>
      {error === null ? null : <ErrorNote error={error} />}
      <Button htmlType="submit" loading={busy}>
        {t('contract.write')}
      </Button>
    </Form>
  );
}
