/**
 * Rules that depend on the kinds of an entry and on the catalogue. Input: valid entries. Output: problems. Independent
 * of bodies and of other entries.
 */
package org.gongkai.check.kind;
