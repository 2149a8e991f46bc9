/**
 * Pictures on their way into a source. Comes in: the bytes of a file. Goes out: a picture of a sensible size that says
 * neither where nor by whom it was taken.
 */
package org.gongkai.write.picture;
