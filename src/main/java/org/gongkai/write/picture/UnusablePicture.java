package org.gongkai.write.picture;

/** Thrown if a picture cannot be used; the message says why and what to do, in Chinese. */
public final class UnusablePicture extends Exception {
    private static final long serialVersionUID = 1L;

    UnusablePicture(String message) {
        super(message);
    }
}
