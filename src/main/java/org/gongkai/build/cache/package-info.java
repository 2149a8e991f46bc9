/**
 * What a build retains for the next one: the folder of the stores, the pages and the file names in committed texts. Comes
 * in: results of this build. Goes out: results of earlier builds that still hold.
 */
package org.gongkai.build.cache;
