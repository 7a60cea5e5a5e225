import { createParamDecorator, type ExecutionContext } from '@nestjs/common';

const NAME = 'sunlit_refresh';

interface CookieReply {
  setCookie(name: string, value: string, options: Record<string, unknown>): unknown;
  clearCookie(name: string, options: Record<string, unknown>): unknown;
}

/** The refresh token in its http-only cookie, which only the routes under /api/auth ever see. */
export interface RefreshCookie {
  readonly token: string | null;
  set(token: string): void;
  clear(): void;
}

/** Gives a handler the refresh cookie of its request. */
export const Refresh = createParamDecorator(
  (_: unknown, context: ExecutionContext): RefreshCookie => {
    const http = context.switchToHttp();
    const request = http.getRequest<{
      cookies: Record<string, string | undefined>;
      protocol: string;
    }>();
    const reply = http.getResponse<CookieReply>();
    const options = {
      path: '/api/auth',
      httpOnly: true,
      sameSite: 'strict',
      secure: request.protocol === 'https',
    };
    return {
      token: request.cookies[NAME] ?? null,
      set: (token) => void reply.setCookie(NAME, token, { ...options, maxAge: 14 * 24 * 3600 }),
      clear: () => void reply.clearCookie(NAME, options),
    };
  },
);
