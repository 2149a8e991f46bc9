/**
 * Comparison of tables. Comes in: two tables. Goes out: the newer one with changed rows, columns and cells marked.
 */
package org.gongkai.history.diff.table;
