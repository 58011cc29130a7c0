-- Since when a template asks for this many of a part: from then on a kit that holds fewer lacks them, whatever happened
-- to it (domain.md rule 44).
ALTER TABLE kit_component ADD COLUMN asked_since timestamptz NOT NULL DEFAULT now();
