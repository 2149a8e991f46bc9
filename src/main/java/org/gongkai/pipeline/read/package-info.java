/**
 * Reads the content of a site. Comes in: a source, that is a folder or a commit. Goes out: settings, history and the
 * headers of entries, as immutable values. Does not know pages or output.
 */
package org.gongkai.pipeline.read;
