-- A date is taken out or declined; nothing ever wrote 'cancelled'.
ALTER TABLE booking_date DROP CONSTRAINT booking_date_status_known;
ALTER TABLE booking_date ADD CONSTRAINT booking_date_status_known CHECK (
  status IN ('undecided', 'approved', 'declined', 'proposed'));
