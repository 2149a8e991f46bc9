/**
 * Releases that are carried into a network without connection. Comes in: a release of a store, or an archive that somebody
 * brought. Goes out: one archive whose bytes depend on the release alone, with words that say what changed; or all that is
 * wrong with an archive, or the files of the site in it. Knows neither entries nor git, publishes nothing and prints nothing.
 */
package org.gongkai.publish.bundle;
