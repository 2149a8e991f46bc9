package org.gongkai.input.attachment.picture;

/**
 * The size of a picture as readers see it.
 *
 * @param width in pixels
 * @param height in pixels
 * @param scalable whether smaller copies of it can be made
 */
public record PictureFacts(int width, int height, boolean scalable) {}
