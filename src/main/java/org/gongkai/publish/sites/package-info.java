/** Many sites in one list. Comes in: a file. Goes out: sites as a tree, or the problems of the file. */
package org.gongkai.publish.sites;
