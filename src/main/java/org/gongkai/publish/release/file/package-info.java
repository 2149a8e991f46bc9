/**
 * Folders of published files on the disk. Comes in: files and folders. Goes out: folders that are shared by hard links,
 * protected and durable, and their hashes. Does not know stores, records or takedowns.
 */
package org.gongkai.publish.release.file;
