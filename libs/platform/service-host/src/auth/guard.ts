import {
  type CanActivate,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Problem } from '../http/problem';
import type { Caller, Role } from './caller';
import { Tokens } from './tokens';

interface AuthenticatedRequest {
  readonly headers: { readonly authorization?: string };
  caller?: Caller;
}

const OPEN = 'tonggwan.open';
const ROLES_ALLOWED = 'tonggwan.roles';

/** A door without a lock: health, metrics, documents. */
export const Open = (): MethodDecorator & ClassDecorator => SetMetadata(OPEN, true);

/** Only for callers with one of these roles. */
export const Roles = (...roles: Role[]): MethodDecorator & ClassDecorator =>
  SetMetadata(ROLES_ALLOWED, roles);

/** The caller, as a parameter: `@CallerOf() caller: Caller`. */
export const CallerOf = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<AuthenticatedRequest>();
  if (!caller) throw new Problem(401, 'no-token', 'This call needs a bearer token.');
  return caller;
});

/** Every call carries a bearer token, unless the door is marked open. Events come from the log, not from callers. */
@Injectable()
export class TokenGuard implements CanActivate {
  constructor(
    private readonly tokens: Tokens,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(OPEN, targets)) return true;
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    request.caller = await this.callerOf(request.headers.authorization);
    const roles = this.reflector.getAllAndOverride<Role[] | undefined>(ROLES_ALLOWED, targets);
    if (roles && !roles.some((role) => request.caller?.roles.includes(role))) {
      throw new Problem(403, 'role-missing', `This call is for: ${roles.join(', ')}.`);
    }
    return true;
  }

  private async callerOf(authorization: string | undefined): Promise<Caller> {
    const [, token] = /^Bearer (\S+)$/i.exec(authorization ?? '') ?? [];
    if (!token) throw new Problem(401, 'no-token', 'This call needs a bearer token.');
    const caller = await this.tokens.callerOf(token);
    if (!caller) throw new Problem(401, 'token-refused', 'The token is not valid here, or not any more.');
    return caller;
  }
}
