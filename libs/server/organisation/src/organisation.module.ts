import { Module } from '@nestjs/common';
import { OrganisationDirectory } from './organisation-directory';
import { OrganisationRepository } from './organisation.repository';

@Module({ providers: [OrganisationRepository, OrganisationDirectory], exports: [OrganisationDirectory] })
export class OrganisationModule {}
