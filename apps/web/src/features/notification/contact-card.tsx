import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input, Radio } from 'antd';
import { api } from '../../shared/api/client';
import { useRefresh } from '../../shared/api/use-refresh';
import type { Contact } from '../../shared/api/wire';
import { useT } from '../../shared/i18n/i18n-context';
import { useAct } from '../../shared/ui/confirm-dialog';
import { ErrorNote } from '../../shared/ui/error-note';
import { FormField } from '../../shared/ui/form-field';
import { Note } from '../../shared/ui/note';
import { QueryView } from '../../shared/ui/query-view';
import { useState } from 'react';
import { contact } from './queries';

/** How one wants to be told besides the inbox. */
export function ContactCard() {
  const t = useT();
  const query = useQuery(contact);
  return (
    <section className="card">
      <header className="card__head">
        <h2>{t('contact.title')}</h2>
        <p className="small muted">{t('contact.lead')}</p>
      </header>
      <div className="card__body">
        <QueryView query={query} what={t('contact.what')}>
          {(known) => <ContactForm known={known} />}
        </QueryView>
      </div>
    </section>
  );
}

interface Wanted {
  readonly language: 'zh-CN' | 'en';
  readonly mail?: string | null;
  readonly byMail: boolean;
  readonly phone?: string | null;
  readonly bySms: boolean;
}

function ContactForm({ known }: { readonly known: Contact }) {
  const t = useT();
  const refresh = useRefresh();
  const [form] = Form.useForm<Wanted>();
  const [done, setDone] = useState(false);
  const { busy, error, act } = useAct(async () => {
    setDone(false);
    const { mail, phone, ...rest } = { ...known, ...(await form.validateFields()) };
    await api.PUT('/api/me/contact', {
      body: {
        language: rest.language,
        byMail: rest.byMail,
        bySms: rest.bySms,
        ...(mail ? { mail } : {}),
        ...(phone ? { phone } : {}),
      },
    });
    await refresh();
    setDone(true);
  });
  return (
    <Form form={form} layout="vertical" requiredMark={false} initialValues={known} onFinish={act}>
      <FormField name="language" label={t('contact.language')}>
        <Radio.Group
          options={[
            { value: 'zh-CN', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
        />
      </FormField>
      <FormField name="mail" label={t('contact.mail')} optional>
        <Input type="email" autoComplete="email" maxLength={250} disabled={!known.mailOffered} />
      </FormField>
      <Form.Item name="byMail" valuePropName="checked">
        <Checkbox disabled={!known.mailOffered}>{t('contact.byMail')}</Checkbox>
      </Form.Item>
      <FormField name="phone" label={t('contact.phone')} optional>
        <Input type="tel" autoComplete="tel" maxLength={20} disabled={!known.smsOffered} />
      </FormField>
      <Form.Item name="bySms" valuePropName="checked">
        <Checkbox disabled={!known.smsOffered}>{t('contact.bySms')}</Checkbox>
      </Form.Item>
      <div className="stack">
        {known.mailOffered && known.smsOffered ? null : (
          <p className="small muted">{t('contact.notOffered')}</p>
        )}
        {error === null ? null : <ErrorNote error={error} />}
        {done ? <Note tone="ok">{t('contact.done')}</Note> : null}
        <div>
          <Button htmlType="submit" loading={busy}>
            {t('contact.save')}
          </Button>
        </div>
      </div>
    </Form>
  );
}
