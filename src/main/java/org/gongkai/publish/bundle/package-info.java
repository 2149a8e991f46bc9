/**
 * Bundles, which transfer releases into isolated networks. Comes in: a release of a store, or an archive. Goes out: an
 * archive whose bytes depend on the release alone, with a summary of the changes; or the findings in an archive, or the
 * site in it. Does not know source files or git, publishes nothing and prints nothing.
 */
package org.gongkai.publish.bundle;
