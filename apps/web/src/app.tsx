import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App as AntApp, ConfigProvider } from 'antd';
import english from 'antd/locale/en_GB';
import chinese from 'antd/locale/zh_CN';
import type { AppRouter } from './routes/router';
import { useLanguage } from './shared/i18n/i18n-context';
import { LanguageProvider } from './shared/i18n/language-provider';
import { useSeniorMode } from './shared/ui/senior-mode';
import { seniorTheme, theme, withoutMotion } from './shared/ui/theme';
import { REDUCED_MOTION, useMedia } from './shared/ui/use-media';

interface AppProps {
  readonly router: AppRouter;
  readonly queries: QueryClient;
}

/** Language, look, server state and routes, from the outside in. */
export function App(props: AppProps) {
  return (
    <LanguageProvider>
      <Dressed {...props} />
    </LanguageProvider>
  );
}

function Dressed({ router, queries }: AppProps) {
  const { locale } = useLanguage();
  const size = useSeniorMode() ? seniorTheme : theme;
  const still = useMedia(REDUCED_MOTION);
  return (
    <ConfigProvider
      theme={still ? withoutMotion(size) : size}
      locale={locale === 'en' ? english : chinese}
      button={{ autoInsertSpace: false }}
    >
      <AntApp>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  );
}
