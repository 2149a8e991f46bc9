/**
 * Rules about the fields of headers and what they say together, one class each. Comes in: entries and what the rules go
 * by. Goes out: problems. Knows nothing of bodies.
 */
package org.gongkai.check.header;
