import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { SignedInUser, SignInRequest } from '@oneshelf/contracts';
import { CONFIG, type Config, CurrentActor, type Database, DATABASE, Public, SESSION_COOKIE, Staff, type StaffActor, takeHit, valueOf } from '@oneshelf/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type SignInRefusal, SignInUseCase } from './sign-in.use-case';

const statuses = { wrong_credentials: 401 } satisfies Record<SignInRefusal['kind'], number>;

@ApiTags('identity')
@Controller('auth')
export class SignInController {
  constructor(
    private readonly signIn: SignInUseCase,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  @Post('sign-in')
  @Public()
  @HttpCode(204)
  async open(@Body({ schema: SignInRequest }) body: SignInRequest, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await takeHit(this.database, { key: `sign-in:${body.email.toLowerCase()}`, limit: 10, windowSeconds: 300 });
    await takeHit(this.database, { key: `sign-in-from:${request.ip}`, limit: 100, windowSeconds: 300 });
    const { token, expiresAt } = valueOf(await this.signIn.run(body), statuses);
    void reply.setCookie(SESSION_COOKIE, token, { httpOnly: true, sameSite: 'lax', secure: this.config.SECURE_COOKIES === 'true', path: '/', expires: expiresAt });
  }

  @Post('sign-out')
  @Staff()
  @HttpCode(204)
  async close(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.signIn.signOut(request.cookies[SESSION_COOKIE] ?? '');
    void reply.clearCookie(SESSION_COOKIE, { path: '/' });
  }

  @Get('me')
  @Staff()
  @ApiResponse({ status: 200, standardSchema: SignedInUser })
  @SerializeOptions({ schema: SignedInUser })
  me(@CurrentActor() actor: StaffActor): SignedInUser {
    return { id: actor.id, name: actor.name, email: actor.email, locale: actor.locale, grants: actor.grants };
  }
}
