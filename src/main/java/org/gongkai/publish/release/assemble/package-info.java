/**
 * Makes the folder of a release. Comes in: a built site, editions, notices and the release before. Goes out: a verified
 * and protected folder that shares unchanged files, and the addresses that would be lost. Does not write records, nor
 * switch readers to the release.
 */
package org.gongkai.publish.release.assemble;
