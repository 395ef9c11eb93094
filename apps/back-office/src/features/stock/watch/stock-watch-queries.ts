'use client';
import { queryOptions } from '@tanstack/react-query';
import { apiQuery } from '../../../api';

export const stockBreaches = queryOptions({ ...apiQuery('/api/stock/breaches'), refetchInterval: 5_000 });
