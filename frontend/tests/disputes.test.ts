import { describe, expect, it } from "vitest";
import { bounds, dispute } from "../src/text/disputes";

// One sentence of each kind that marsad/events/disputes.py makes; its own test pins them.
describe("a contradiction in parts", () => {
  it.each([
    ["killed (civilians): شبكة الريح says 1, مرصد النخيل says 3 or more", { kind: "toll", what: "killed", whom: "civilians", one: ["شبكة الريح"], low: "1", other: ["مرصد النخيل"], high: "3 or more" }],
    ["wounded: شبكة الريح and قناة الميناء say so, مصدر · قناة deny it", { kind: "happened", what: "wounded", one: ["شبكة الريح", "قناة الميناء"], other: ["مصدر · قناة"] }],
    ["control: شبكة الريح say it changed, قناة الميناء deny it", { kind: "changed", one: ["شبكة الريح"], other: ["قناة الميناء"] }],
    ["remote: شبكة الريح name sy-government, قناة الميناء name ru-russia", { kind: "named", what: "remote", one: ["شبكة الريح"], first: "sy-government", other: ["قناة الميناء"], second: "ru-russia" }],
    ["attack: شبكة الريح say at Hama, قناة الميناء say at Southern Murek", { kind: "place", what: "attack", one: ["شبكة الريح"], first: "Hama", other: ["قناة الميناء"], second: "Southern Murek" }],
  ])("%s", (says, parts) => expect(dispute(says)).toEqual(parts));
  it("leaves what it does not know", () => expect(dispute("something else")).toBeNull());
  it("reads bounds", () => expect(["3", "3 or more", "2 to 4"].map(bounds)).toEqual([[3, 3], [3, null], [2, 4]]));
});
