/**
 * Merges commits and changes that are not committed, in memory, and writes the result into the work tree. Comes in:
 * commits and decisions. Goes out: files, index and branch, or conflicts as values.
 */
package org.gongkai.history.git.work.merge;
