/**
 * Rules that follow from what the kinds of an entry and the catalogue say. Comes in: an entry that could be read. Goes
 * out: what its kinds and the catalogue do not allow.
 */
package org.gongkai.check.kind;
