// All events of the view as a file: the server makes it, without what could harm a person, and says so in the log.
import { useState } from "react";
import { api } from "../api";
import { useSpeech } from "../i18n/i18n";
import { mayTakeAll, useSession } from "../session";
import { saveFile } from "./download";

const FORMATS = ["csv", "xlsx", "geojson", "geopackage", "acled", "ucdp", "plover", "bayanat", "jsonl", "sqlite", "parquet"];

export function Export({ text }: { text: string }) {
  const { t } = useSpeech();
  const [format, setFormat] = useState("csv");
  const [isFull, setFull] = useState(false);
  const [said, setSaid] = useState("");
  const isAsked = mayTakeAll(useSession());
  const send = async () => {
    try {
      const found = await api.exported(`as=${format}${isFull ? "&full=true" : ""}${text ? `&${text}` : ""}`);
      saveFile(found.name, found.body);
      setSaid(`${t("exported")} ${found.name} (${t(isFull ? "inFull" : "redacted")})`);
    } catch (error) {
      setSaid((error as Error).message);
    }
  };
  return (
    <p className="acts export">
      <label>{t("exportAs")} <select value={format} onChange={(event) => setFormat(event.target.value)}>{FORMATS.map((each) => <option key={each} value={each}>{each}</option>)}</select></label>
      {isAsked && <label className="check"><input type="checkbox" checked={isFull} onChange={(event) => setFull(event.target.checked)} /> {t("exportFull")}</label>}
      <button onClick={() => void send()}>{t("export")}</button>
      <small className="note">{t(isFull ? "fullHelp" : "redactedHelp")}</small>
      <span role="status" className="note">{said}</span>
    </p>
  );
}
