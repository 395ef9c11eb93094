'use client';
import type { PromotionDefinition } from '@oneshelf/contracts';
import { createContext, useContext } from 'react';
import type { PromotionDraft } from './promotion-draft';

export interface Builder {
  draft: PromotionDraft;
  set: (change: Partial<PromotionDraft>) => void;
  define: (change: Partial<PromotionDefinition>) => void;
  /** Keeps the title of what was picked. */
  remember: (id: string, title: string) => void;
  collections: readonly { id: string; title: string }[];
  currency: string;
  zone: string;
}

export const BuilderContext = createContext<Builder | null>(null);

export function useBuilder(): Builder {
  const builder = useContext(BuilderContext);
  if (builder === null) throw new Error('A part of the builder stands outside of it.');
  return builder;
}
