/**
 * What earlier runs found out. Comes in: records under names, and what they depend on. Goes out: the same records in later
 * runs, or nothing: everything here can be found out again, so a file that is missing, damaged or of another version is no
 * fault. Knows nothing of what the records mean.
 */
package org.gongkai.cache;
