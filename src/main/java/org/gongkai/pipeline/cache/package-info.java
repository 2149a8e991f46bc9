/**
 * What a build retains for the next one: the folder of the stores, the pages and, of the last build, all that it
 * depended on and placed. Comes in: results of this build. Goes out: results of earlier builds that still hold.
 */
package org.gongkai.pipeline.cache;
