export type { Tone } from './tone';

export { Button, LinkButton, type ButtonProps, type ButtonVariant, type LinkButtonProps } from './controls/button';
export { Checkbox, type CheckboxProps } from './controls/checkbox';
export { ChoiceList, type Choice, type ChoiceListProps } from './controls/choice-list';
export { ChipGroup, type Chip, type ChipGroupProps } from './controls/chip-group';
export { IconButton, type IconButtonProps } from './controls/icon-button';
export { MultiSelect, type MultiSelectProps } from './controls/multi-select';
export { NumberField, type NumberFieldProps } from './controls/number-field';
export { SearchField, type SearchFieldProps } from './controls/search-field';
export { Select, type SelectOption, type SelectProps } from './controls/select';
export { Tabs, type TabItem, type TabsProps } from './controls/tabs';
export { TextField, type TextFieldProps } from './controls/text-field';

export { Dialog, Sheet, type DialogProps } from './overlays/dialog';
export { ToastRegion } from './overlays/toast-region';
export { createToasts, type ToastMessage, type Toasts } from './overlays/toasts';

export { DataTable, type DataColumn, type DataTableProps } from './surfaces/data-table';
export { EmptyState, type EmptyStateProps } from './surfaces/empty-state';
export { ErrorNotice, type ErrorNoticeProps } from './surfaces/error-notice';
export { Money, type MoneyProps } from './surfaces/money';
export { Notice } from './surfaces/notice';
export { Panel } from './surfaces/panel';
export { ProductPicture, type ProductPictureProps } from './surfaces/product-picture';
export { ProgressBar, type ProgressBarProps } from './surfaces/progress-bar';
export { ProgressSteps, type ProgressStepsProps, type StepState } from './surfaces/progress-steps';
export { Skeleton } from './surfaces/skeleton';
export { StatusTag, Tag, type StatusLook } from './surfaces/tag';
export { TicketHeader, type TicketFact, type TicketHeaderProps } from './surfaces/ticket-header';
export { Timeline, type TimelineEntry } from './surfaces/timeline';

export type { ReceiptAmount, ReceiptDocument, ReceiptLine } from './receipt/receipt-document';
export { receiptCodeSvg } from './receipt/receipt-code';
export { receiptToHtml } from './receipt/receipt-to-html';
export { receiptToText } from './receipt/receipt-to-text';
export { ReceiptEdge } from './receipt/receipt-edge';
export { ReceiptView } from './receipt/receipt-view';

export { formatQuantities, formatQuantity } from './till/format-quantity';
export { Keypad, type KeypadProps } from './till/keypad';
export { entryToMinor, pressKey, type KeypadKey, type KeypadRules } from './till/keypad-entry';
export { LabelTile, type LabelTileProps } from './till/label-tile';
export { QuantityStepper, type QuantityStepperProps } from './till/quantity-stepper';
