/**
 * Publishing on a push. Comes in: a bare repository, what a push changes in it, and how to publish. Goes out: the hooks of
 * the repository, whether the push is taken, and publications one at a time until the newest state is out. Knows nothing of
 * entries and pages, and prints nothing.
 */
package org.gongkai.publish.hooks;
