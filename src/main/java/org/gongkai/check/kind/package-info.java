/**
 * Rules that depend on the kinds of an entry and on the catalogue. Input: valid entries. Output: problems. Independent
 * of bodies and of other entries.
 *
 * <p>What a kind requires of its title, fields, tables, publicity period and filing is in {@code kinds.yml}; code
 * knows types of fields, not kinds. What makes an entry wrong is reported by the header reader; what follows from
 * several kinds together (titles, exclusions, recommended fields, the catalogue) are rules here. Further columns
 * of a table are shown and only warned about, because nothing is lost by them.
 */
package org.gongkai.check.kind;
