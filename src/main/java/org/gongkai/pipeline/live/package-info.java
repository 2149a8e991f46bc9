/**
 * A site page by page, for a preview. Comes in: a folder or a commit. Goes out: the site as it is at one moment, whose
 * pages and files are made when they are asked for, by the same steps as those of a build. Stores nothing.
 */
package org.gongkai.pipeline.live;
