/**
 * The pipeline from a source to the sites of all audiences. Comes in: a request and a source. Goes out: sites put
 * in place, or problems. Prints nothing.
 */
package org.gongkai.build;
