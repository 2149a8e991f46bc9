/**
 * The commands that build and check a site, and their reports as text and as JSON.
 */
package org.gongkai.cli.pipeline;
