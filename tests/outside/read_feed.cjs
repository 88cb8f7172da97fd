// Prints what podcast-partytime reads of a feed: node read_feed.cjs FEED
const { parseFeed } = require("podcast-partytime");
process.stdout.write(JSON.stringify(parseFeed(require("fs").readFileSync(process.argv[2], "utf8"))));
