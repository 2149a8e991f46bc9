package org.gongkai.write.picture;

import java.io.IOException;

/** Thrown if a picture cannot be used; the message says why and what to do, in Chinese. */
public final class UnusablePicture extends IOException {
    private static final long serialVersionUID = 1L;

    public UnusablePicture(String message) {
        super(message);
    }
}
