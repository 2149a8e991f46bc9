/**
 * Commands that act on all sites of a list. Comes in: arguments with {@code --sites}. Goes out: one run for each site.
 */
package org.gongkai.cli.sites;
