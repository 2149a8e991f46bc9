/**
 * Film files in the format of ISO base media (MP4) and QuickTime. Comes in: the bytes of a file. Goes out: whether they
 * say where it was taken, and the same film without that. Knows nothing of pictures and sound.
 */
package org.gongkai.input.attachment.film;
