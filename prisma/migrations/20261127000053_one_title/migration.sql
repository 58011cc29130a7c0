-- An event is called what its booking is called: a copy went stale with the first change of the title.
ALTER TABLE event_instance DROP COLUMN title;
