import { Injectable } from '@nestjs/common';
import { type HandLimit, handLimitOf } from '@oneshelf/domain-promotions';
import { StaffRepository, type TillStaff } from '../staff.repository';
import { HandLimitRepository, type RoleHandLimit } from './hand-limit.repository';

/** Who stands at the tills of a store, and how far each may go by hand. */
@Injectable()
export class TillPeople {
  constructor(
    private readonly staff: StaffRepository,
    private readonly limits: HandLimitRepository,
  ) {}

  async atLocation(locationId: string): Promise<{ staff: TillStaff[]; handLimits: RoleHandLimit[] }> {
    const [staff, handLimits] = await Promise.all([this.staff.atLocation(locationId), this.limits.all()]);
    return { staff, handLimits };
  }

  /** By the person's id; who does not stand at tills here is not in the answer. */
  async limitsAt(locationId: string): Promise<Map<string, HandLimit>> {
    const { staff, handLimits } = await this.atLocation(locationId);
    return new Map(staff.map(({ id, roles }) => [id, handLimitOf(roles, handLimits)]));
  }
}
