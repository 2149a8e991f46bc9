/**
 * Rules about the figures in headers that are more than a relation of some of them, which {@code within.yml}
 * states: rows of totals, terms of office, numbers of issues. Input: valid entries that are not drafts. Output:
 * problems at the wrong figure. Independent of bodies and of other entries.
 *
 * <p>The rules go by the names of fields, not by kinds, so they hold for kinds that a site adds with fields of the same
 * names. Only arithmetic that cannot be right is an error; whatever a regulation provides for most cases is a warning.
 */
package org.gongkai.check.figure;
