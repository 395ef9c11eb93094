'use client';
import type { QuantityUnit } from '@oneshelf/contracts';
import { createContext, useContext } from 'react';

/** What the product of the page is counted or measured in; every panel of it says its numbers so. */
export const StockUnit = createContext<QuantityUnit>('piece');

export const useStockUnit = (): QuantityUnit => useContext(StockUnit);
