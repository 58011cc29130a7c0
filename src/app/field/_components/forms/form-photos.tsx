"use client";

import { useState } from "react";
import { PhotoField } from "@/components/photo-field";
import { type ChangePhotos, type FieldPhoto, photosProblem, sentIds } from "@/components/photos/field-photo";
import { Notice } from "@/components/ui/notice";

export interface FormPhotos {
  readonly photos: readonly FieldPhoto[];
  readonly onChange: ChangePhotos;
  /** The ids to name in what is sent; null while a photo is not there yet, which the field then says. */
  readonly take: () => readonly string[] | null;
  readonly clear: () => void;
  /** What was waited for at the last press; null when nothing is. */
  readonly waitsFor: string | null;
}

/** The photos of one form, kept while its sheet is closed. */
export function useFormPhotos(): FormPhotos {
  const [photos, setPhotos] = useState<readonly FieldPhoto[]>([]);
  const [wasPressed, setWasPressed] = useState(false);
  const problem = photosProblem(photos);
  return {
    photos,
    onChange: setPhotos,
    take: () => {
      setWasPressed(problem !== null);
      return problem === null ? sentIds(photos) : null;
    },
    clear: () => setPhotos([]),
    waitsFor: wasPressed ? problem : null,
  };
}

export function FormPhotosField({ of }: { of: FormPhotos }) {
  return (
    <>
      <PhotoField photos={of.photos} onChange={of.onChange} label="Photos" />
      {of.waitsFor === null ? null : <Notice role="alert" tone="caution" title={of.waitsFor} />}
    </>
  );
}
