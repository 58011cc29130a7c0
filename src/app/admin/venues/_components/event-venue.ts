/** The venue of one event, as the dialogs about it need it. */
export interface EventVenue {
  readonly eventId: string;
  readonly locationId: string;
  readonly name: string;
  /** `EV-221`. */
  readonly code: string;
  /** What holds now; null when nothing is agreed. */
  readonly agreed: {
    readonly contactPerson: { readonly name: string; readonly phone: string; readonly email: string } | null;
    readonly specialInstructions: string | null;
    readonly accessDetails: string | null;
  } | null;
}

export interface VenueDialogProps {
  venue: EventVenue;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}
