// The table of a chart as CSV: made by the server, as it may leave, and said in the log.
import { useState } from "react";
import { api } from "../api";
import { useSpeech } from "../i18n/i18n";
import { saveFile } from "./download";

export function ChartDownload({ chart, text }: { chart: "killed" | "losses" | "control"; text: string }) {
  const { t } = useSpeech();
  const [said, setSaid] = useState("");
  const send = async () => {
    try {
      const found = await api.exported(`as=${chart}${text ? `&${text}` : ""}`);
      saveFile(found.name, found.body);
      setSaid(`${t("exported")} ${found.name} (${t("redacted")})`);
    } catch (error) {
      setSaid((error as Error).message);
    }
  };
  return <p className="downloads"><button onClick={() => void send()}>{t("download")}</button> <span role="status" className="note">{said}</span></p>;
}
