import { Inject, Injectable } from '@nestjs/common';
import type { SignInRequest } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { CONFIG, type Config } from '@oneshelf/platform';
import { hash, verify } from 'argon2';
import { hashSecret, newSecret } from '../secrets';
import { StaffRepository } from '../staff.repository';

export type SignInRefusal = { kind: 'wrong_credentials'; message: string };

@Injectable()
export class SignInUseCase {
  /** Compared where there is no such person, so that the answer takes as long. */
  private readonly nobody = hash('nobody');

  constructor(
    private readonly staff: StaffRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(request: SignInRequest): Promise<Result<{ token: string; expiresAt: Date }, SignInRefusal>> {
    const user = await this.staff.byEmail(request.email.toLowerCase());
    const matches = await verify(user?.passwordHash ?? (await this.nobody), request.password);
    if (!user?.passwordHash || !matches) {
      return refuse({ kind: 'wrong_credentials', message: 'E-mail or password is wrong. You are not signed in.' });
    }
    const token = newSecret('ses');
    const expiresAt = new Date(Date.now() + this.config.SESSION_HOURS * 3_600_000);
    await this.staff.openSession({ tokenHash: hashSecret(token), userId: user.id, expiresAt });
    return ok({ token, expiresAt });
  }

  async signOut(token: string): Promise<void> {
    await this.staff.closeSession(hashSecret(token));
  }
}
