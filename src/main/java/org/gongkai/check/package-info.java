/**
 * Rules over a whole site. Comes in: what was read and rendered. Goes out: problems. Knows nothing of the command line.
 */
package org.gongkai.check;
