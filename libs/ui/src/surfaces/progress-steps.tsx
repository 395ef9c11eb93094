export type StepState = 'done' | 'now' | 'todo' | 'failed';

export type ProgressStepsProps = {
  label: string;
  steps: readonly { label: string; state: StepState }[];
  /** The words that the colours stand for; spoken, not shown. */
  stateLabels: Record<StepState, string>;
};

/** The four-step bar of one part of an order: placed, picked, ready, handed over. */
export function ProgressSteps({ label, steps, stateLabels }: ProgressStepsProps) {
  return (
    <ol className="os-steps" aria-label={label}>
      {steps.map((step) => (
        <li key={step.label} data-state={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
          {step.label}
          <span className="os-hidden">, {stateLabels[step.state]}</span>
        </li>
      ))}
    </ol>
  );
}
