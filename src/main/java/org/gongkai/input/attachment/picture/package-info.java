/**
 * Picture files. Comes in: the bytes of a picture. Goes out: its size, the same image without metadata, and smaller
 * copies of photographs. Knows nothing of who shows a picture.
 */
package org.gongkai.input.attachment.picture;
