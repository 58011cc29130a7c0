"use client";

import { Camera } from "lucide-react";
import { type ChangeEvent, useId, useRef } from "react";
import { newKey } from "./form/use-fresh-key";
import {
  type ChangePhotos,
  type FieldPhoto,
  photoIdOf,
  photosMax,
  waiting,
  withChange,
  withFiles,
} from "./photos/field-photo";
import { PhotoRow } from "./photos/photo-row";
import { useOnline } from "./photos/use-online";
import { usePhotoSending } from "./photos/use-photo-sending";
import { Button } from "./ui/button";

export interface PhotoFieldProps {
  /** Kept by the form, so that closing it by mistake loses none. `sentIds` are what a report names. */
  photos: readonly FieldPhoto[];
  /** The setter of a `useState`. */
  onChange: ChangePhotos;
  label: string;
}

/**
 * Up to five photos from the camera or the library (U-55): shrunk on the device and sent one after the other while
 * the form is filled in, each with its progress; without a network they wait for it.
 */
export function PhotoField({ photos, onChange, label }: PhotoFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const isOnline = useOnline();
  usePhotoSending(photos, onChange, isOnline);
  const add = (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])];
    onChange((now) => withFiles(now, files, () => photoIdOf(newKey())));
    // The same file may be chosen again after it was removed.
    event.target.value = "";
  };
  return (
    <section aria-labelledby={id} className="grid min-w-0 gap-1.5">
      <h3 id={id} className="text-cell font-medium">
        {label}
        <span className="font-normal text-muted"> (optional)</span>
      </h3>
      {photos.length === 0 ? null : (
        <ul className="grid gap-1.5">
          {photos.map((photo, index) => (
            <PhotoRow
              key={photo.id}
              photo={photo}
              name={`Photo ${index + 1}`}
              isOnline={isOnline}
              onRetry={() => onChange((now) => withChange(now, photo.id, waiting(photo)))}
              onRemove={() => onChange((now) => now.filter((one) => one.id !== photo.id))}
            />
          ))}
        </ul>
      )}
      {photos.length < photosMax ? (
        <div>
          <input ref={input} type="file" accept="image/*" multiple hidden aria-label={label} onChange={add} />
          <Button icon={<Camera />} onClick={() => input.current?.click()}>
            {photos.length === 0 ? "Add photos" : "Add another"}
          </Button>
        </div>
      ) : (
        <p className="text-meta text-muted">{`That is all: ${photosMax} photos at most.`}</p>
      )}
    </section>
  );
}
