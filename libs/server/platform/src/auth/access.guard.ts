import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Problem } from '../http/problem';
import { ACCESS, type AccessRule } from './access';
import { type Actor, hasRole } from './actor';

/** Finds out who sends a request. The identity module answers from its tables; platform knows no table of it. */
export interface Authenticator {
  bySession(token: string): Promise<Actor | null>;
  byDeviceToken(token: string): Promise<Actor | null>;
  byApiKey(key: string): Promise<Actor | null>;
}

export const AUTHENTICATOR = Symbol('authenticator');
export const SESSION_COOKIE = 'oneshelf_session';

interface IncomingRequest {
  headers: Record<string, string | undefined>;
  cookies?: Record<string, string | undefined>;
  method: string;
  actor?: Actor;
}

@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(AUTHENTICATOR) private readonly authenticator: Authenticator,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(ACCESS, [context.getHandler(), context.getClass()]);
    if (!rule) throw new Problem(403, 'no_access_rule', 'This route has no access rule. Nothing was done.');
    if (rule.kind === 'public') return true;
    const request = context.switchToHttp().getRequest<IncomingRequest>();
    const actor = await this.find(rule, request);
    if (!actor) throw new Problem(401, 'sign_in_required', signInSentence[rule.kind]);
    if (rule.kind === 'staff' && rule.roles.length > 0 && !hasRole(actor, rule.roles)) {
      throw new Problem(403, 'not_allowed', `This needs one of these roles: ${rule.roles.join(', ')}. Nothing was changed.`);
    }
    request.actor = actor;
    return true;
  }

  private find(rule: AccessRule, request: IncomingRequest): Promise<Actor | null> {
    const bearer = /^Bearer (.+)$/.exec(request.headers['authorization'] ?? '')?.[1];
    switch (rule.kind) {
      case 'staff': {
        const token = request.cookies?.[SESSION_COOKIE];
        if (token && isCrossSite(request)) throw new Problem(403, 'cross_site', 'The request came from another site. Nothing was changed.');
        return token ? this.authenticator.bySession(token) : Promise.resolve(null);
      }
      case 'device':
        return bearer ? this.authenticator.byDeviceToken(bearer) : Promise.resolve(null);
      case 'storefront': {
        const key = request.headers['x-oneshelf-key'] ?? bearer;
        return key ? this.authenticator.byApiKey(key) : Promise.resolve(null);
      }
      case 'public':
        return Promise.resolve(null);
    }
  }
}

const signInSentence = {
  staff: 'Sign in first. Nothing was done.',
  device: 'This till is not enrolled, or was revoked. Enrol it with a code from the back-office.',
  storefront: 'Send a valid key in the X-Oneshelf-Key header. Nothing was done.',
};

/** A browser says where a request comes from; a write that another site caused is refused (CSRF). */
const isCrossSite = (request: IncomingRequest): boolean => request.method !== 'GET' && request.headers['sec-fetch-site'] === 'cross-site';
