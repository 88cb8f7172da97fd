// Prints what webvtt-parser reads of transcripts, and its complaints: node read_captions.cjs FILE...
const { WebVTTParser } = require("webvtt-parser");
const entities = require("webvtt-parser/html-entities.json");
const read = (file) => new WebVTTParser(entities).parse(require("fs").readFileSync(file, "utf8"), "subtitles");
const told = process.argv.slice(2).map((file) => {
  const { cues, errors } = read(file);
  return { errors, cues: cues.map((cue) => [cue.startTime, cue.endTime, cue.tree.children[0].value]) };
});
process.stdout.write(JSON.stringify(told));
