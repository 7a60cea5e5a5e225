import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import type { OwnTender } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog';
import { FormField } from '../../../shared/ui/form-field';

/** The text of the notice, and its publication. */
export function PublishCard({ tender }: { readonly tender: OwnTender }) {
  const t = useT();
  const refresh = useRefresh();
  const [text, setText] = useState<string | null>(null);
  return (
    <Card title={t('draft.publish')}>
      <Form
        layout="vertical"
        requiredMark={false}
        onFinish={(typed: { readonly text: string }) => setText(typed.text)}
      >
        <FormField name="text" label={t('draft.text')}>
          <Input.TextArea rows={8} maxLength={20_000} />
        </FormField>
        <Button type="primary" size="large" htmlType="submit">
          {t('draft.publish')}
        </Button>
      </Form>
      <ConfirmDialog
        open={text !== null}
        title={t('draft.publishTitle')}
        keepLabel={t('draft.publishKeep')}
        actLabel={t('draft.publish')}
        onKeep={() => setText(null)}
        onAct={async () => {
          await api.POST('/api/tenders/{id}/publish', {
            params: { path: { id: tender.id } },
            body: { text: text ?? '' },
          });
          setText(null);
          await refresh();
        }}
      >
        {t('draft.publishWho')}
      </ConfirmDialog>
    </Card>
  );
}
