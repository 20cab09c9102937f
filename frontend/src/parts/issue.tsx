// What could not be read as hoped: on Arabic pages in Arabic by its reason, with the sentence of the case marked as English.
import { issuesInArabic } from "../i18n/issues-ar";
import { useSpeech } from "../i18n/i18n";
import type { BriefIssue } from "../types";

export function Issue({ issue }: { issue: BriefIssue }) {
  const { t, maybe, language } = useSpeech();
  const meaning = language === "ar" ? issuesInArabic[issue.reason] : undefined;
  const sentence = <bdi lang="en" dir="ltr">{issue.message}</bdi>;
  return (
    <>
      <strong>{maybe(`issue_${issue.reason}`).replace(/^issue_/, "")}</strong>{" "}
      {meaning ? <>{meaning} <details className="in-full"><summary>{t("inEnglish")}</summary>{sentence}</details></> : sentence}
    </>
  );
}
