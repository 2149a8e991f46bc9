/**
 * The commands that git runs on a push, those that install them and publish what is due, and what the author of a
 * push reads.
 */
package org.gongkai.cli.hooks;
