/**
 * The pipeline from a source to the sites of all audiences: read, and for each audience place, check, render and search
 * for leaks; then put in place. Comes in: a request and a source. Goes out: sites put in place, or problems. Prints
 * nothing.
 */
package org.gongkai.pipeline;
