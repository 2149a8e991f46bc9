/**
 * * Checking a push before git accepts it. Comes in: the references that a push sets and a bare repository. Goes out:
 * whether the push may be accepted, and the events of its check for a listener. Does not know how they are shown.
 */
package org.gongkai.publish.push;
