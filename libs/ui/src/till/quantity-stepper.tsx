'use client';
import { isMeasured, type QuantityUnit } from '@oneshelf/domain-kernel';
import { Minus, Plus } from 'lucide-react';
import { Button } from 'react-aria-components';
import { formatQuantity } from './format-quantity';

export type QuantityStepperProps = {
  /** What is counted, spoken: "Quantity of Merino sweater". */
  label: string;
  decreaseLabel: string;
  increaseLabel: string;
  /** Thousandths: one piece is 1000. */
  quantityMilli: number;
  onChange: (quantityMilli: number) => void;
  minimumMilli?: number;
  maximumMilli?: number;
  stepMilli?: number;
  /** Of what is measured a step is a tenth. */
  unit?: QuantityUnit | undefined;
  locale: string;
  isDisabled?: boolean;
};

/** Minus, count, plus. A step never leaves the bounds: from 2500 with step 1000 and maximum 3000 plus gives 3000. */
export function QuantityStepper({ label, decreaseLabel, increaseLabel, quantityMilli, onChange, unit, minimumMilli = isMeasured(unit) ? 100 : 1000, maximumMilli = 9_999_000, stepMilli = isMeasured(unit) ? 100 : 1000, locale, isDisabled = false }: QuantityStepperProps) {
  const step = (change: number) => onChange(Math.min(maximumMilli, Math.max(minimumMilli, quantityMilli + change)));
  return (
    <div className="os-quantity" role="group" aria-label={label}>
      <Button aria-label={decreaseLabel} isDisabled={isDisabled || quantityMilli <= minimumMilli} onPress={() => step(-stepMilli)}>
        <Minus size={18} aria-hidden="true" />
      </Button>
      <output>{formatQuantity(quantityMilli, locale, unit)}</output>
      <Button aria-label={increaseLabel} isDisabled={isDisabled || quantityMilli >= maximumMilli} onPress={() => step(stepMilli)}>
        <Plus size={18} aria-hidden="true" />
      </Button>
    </div>
  );
}
