"use client";

import { useState } from "react";
import { type ChangePhotos, type FieldPhoto, photosProblem, sentIds } from "./field-photo";

/** The photos of one form, kept where closing the form by mistake loses none. */
export interface FormPhotos {
  /** For `PhotoField`. */
  readonly field: {
    readonly photos: readonly FieldPhoto[];
    readonly onChange: ChangePhotos;
    readonly problem: string | null;
  };
  /** What the report names. */
  readonly ids: readonly string[];
  /** True when every photo is there. Otherwise the field says why the report has to wait. */
  readonly areSent: () => boolean;
  /** Once the report went through. */
  readonly clear: () => void;
}

export function usePhotos(): FormPhotos {
  const [photos, setPhotos] = useState<readonly FieldPhoto[]>([]);
  const [wasAsked, setWasAsked] = useState(false);
  const problem = photosProblem(photos);
  return {
    field: { photos, onChange: setPhotos, problem: wasAsked ? problem : null },
    ids: sentIds(photos),
    areSent: () => {
      setWasAsked(true);
      return problem === null;
    },
    clear: () => {
      setPhotos([]);
      setWasAsked(false);
    },
  };
}
