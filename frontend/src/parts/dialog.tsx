// A question over the page: the browser's own dialog keeps the focus inside, and Escape leaves it.
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { createPortal } from "react-dom";
import { useSpeech } from "../i18n/i18n";

export function Dialog({ title, isReady, onKeep, onClose, children }: {
  title: string;
  isReady: boolean;
  onKeep: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const { t } = useSpeech();
  const holder = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = holder.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  const key = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && isReady) onKeep();
  };
  // Beside the page, not inside of it: a form within a form is none.
  return createPortal(
    <dialog ref={holder} aria-labelledby={id} onCancel={(event) => { event.preventDefault(); onClose(); }} onKeyDown={key}>
      <form className="add" onSubmit={(event) => { event.preventDefault(); if (isReady) onKeep(); }}>
        <h2 id={id}>{title}</h2>
        {children}
        <p className="acts">
          <button disabled={!isReady}>{t("keep")}</button>
          <button type="button" onClick={onClose}>{t("cancel")}</button>
        </p>
      </form>
    </dialog>,
    document.body,
  );
}

export function CommentDialog({ about, onKeep, onClose }: { about: string; onKeep: (words: string) => void; onClose: () => void }) {
  const { t } = useSpeech();
  const [words, setWords] = useState("");
  return (
    <Dialog title={t("comment")} isReady={words.trim() !== ""} onKeep={() => onKeep(words.trim())} onClose={onClose}>
      <p><q lang="ar" dir="rtl">{about}</q></p>
      <label>{t("commentWords")}<textarea autoFocus dir="auto" rows={4} maxLength={4000} value={words} onChange={(event) => setWords(event.target.value)} /></label>
    </Dialog>
  );
}

export function ViewDialog({ first, isAlone, onKeep, onClose }: {
  first: string;
  isAlone: boolean;
  onKeep: (name: string, isShared: boolean) => void;
  onClose: () => void;
}) {
  const { t } = useSpeech();
  const [name, setName] = useState(first);
  const [isShared, setShared] = useState(false);
  const clean = name.replaceAll(/[/\\]/g, " ").trim();
  return (
    <Dialog title={t("save")} isReady={clean !== ""} onKeep={() => onKeep(clean, isShared)} onClose={onClose}>
      <label>{t("viewName")}<input autoFocus dir="auto" maxLength={100} value={name} onChange={(event) => setName(event.target.value)} /></label>
      {!isAlone && <label className="check"><input type="checkbox" checked={isShared} onChange={(event) => setShared(event.target.checked)} /> {t("share")}</label>}
    </Dialog>
  );
}
