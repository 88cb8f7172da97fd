"""From a release to its listeners: the site's pages, podcast feed, static export, server."""
